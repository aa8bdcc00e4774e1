import CHDF5

/// Reading values; only the rows asked for are read.
extension HDF5Dataset {
    /// Numbers as Float, row-major; `rows` are of the first axis, all of them without.
    ///
    /// - Throws: `wrongType` when elements are no numbers, `wrongShape` for rows that are not there, `readFailed`.
    public func readFloats(rows: Range<Int>? = nil) throws(HDF5Error) -> [Float] {
        try requireNumbers()
        return try read(rows, as: hdf5_native_float, Float.self)
    }

    /// Numbers as Double, row-major; `rows` are of the first axis, all of them without.
    ///
    /// - Throws: `wrongType` when elements are no numbers, `wrongShape` for rows that are not there, `readFailed`.
    public func readDoubles(rows: Range<Int>? = nil) throws(HDF5Error) -> [Double] {
        try requireNumbers()
        return try read(rows, as: hdf5_native_double, Double.self)
    }

    /// Whole numbers, row-major; `rows` are of the first axis, all of them without.
    ///
    /// - Throws: `wrongType` when elements are not stored as integers, `wrongShape` for rows that are not there,
    ///   `readFailed`.
    public func readInts(rows: Range<Int>? = nil) throws(HDF5Error) -> [Int] {
        guard elementType.isInteger else { throw wrongType("whole numbers") }
        return try read(rows, as: hdf5_native_int64, Int.self)
    }

    /// Values stored as uint8, row-major; `rows` are of the first axis, all of them without.
    ///
    /// - Throws: `wrongType` when elements are not stored as uint8, `wrongShape` for rows that are not there,
    ///   `readFailed`.
    public func readBytes(rows: Range<Int>? = nil) throws(HDF5Error) -> [UInt8] {
        guard elementType == .uint8 else { throw wrongType("bytes") }
        return try read(rows, as: hdf5_native_uint8, UInt8.self)
    }

    /// The bytes of numbers as they are stored, little-endian, row-major; for content hashes.
    ///
    /// - Throws: `wrongType` when elements are no numbers, `wrongShape` for rows that are not there, `readFailed`.
    public func readStoredBytes(rows: Range<Int>? = nil) throws(HDF5Error) -> [UInt8] {
        guard let bytes = elementType.byteCount else { throw wrongType("numbers") }
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        let declared = H5Dget_type(id)
        let numbers = H5Tget_class(declared) == H5T_ENUM ? H5Tget_super(declared) : H5Tcopy(declared)
        defer {
            H5Tclose(declared)
            H5Tclose(numbers)
        }
        H5Tset_order(numbers, H5T_ORDER_LE)
        return try read(rows, as: { numbers }, UInt8.self, perElement: bytes)
    }

    /// The bytes of elements that the file gives no meaning to (opaque ones), row-major.
    ///
    /// - Parameter perElement: how many bytes one element has.
    /// - Throws: `wrongType` for any other elements, `readFailed`.
    public func readOpaqueBytes(perElement: Int) throws(HDF5Error) -> [UInt8] {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        let type = H5Dget_type(id)
        defer { H5Tclose(type) }
        guard H5Tget_class(type) == H5T_OPAQUE, Int(H5Tget_size(type)) == perElement else {
            throw wrongType("opaque elements of \(perElement) bytes")
        }
        return try read(nil, as: { type }, UInt8.self, perElement: perElement)
    }

    /// Texts of fixed or variable length, row-major; `rows` are of the first axis, all of them without.
    ///
    /// - Throws: `wrongType` when elements are no texts, `implausibleSize` above 256 MiB, `wrongShape` for rows that are
    ///   not there, `readFailed`.
    public func readStrings(rows: Range<Int>? = nil) throws(HDF5Error) -> [String] {
        guard elementType == .string else { throw wrongType("text") }
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        let selection = try select(rows)
        let type = H5Dget_type(id)
        defer { H5Tclose(type) }
        if selection.count == 0 { return [] }
        if H5Tis_variable_str(type) <= 0 {
            let length = Int(H5Tget_size(type))
            return HDF5Text.decode(try read(rows, as: { type }, UInt8.self, perElement: length), type: type)
        }
        return try HDF5ChildTexts.ofDataset(self, rows: rows, count: selection.count, most: HDF5Limits.texts)
    }

    private func read<Value: BitwiseCopyable>(
        _ rows: Range<Int>?,
        as memoryType: () -> hid_t,
        _: Value.Type,
        perElement: Int = 1
    ) throws(HDF5Error) -> [Value] {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        let selection = try select(rows)
        let size = selection.count * perElement
        guard size > 0 else { return [] }
        guard size * MemoryLayout<Value>.stride <= HDF5Limits.large else {
            throw HDF5Error(.implausibleSize, at: context.place(name), "Reading \(size) values at once is refused.")
        }
        var status: herr_t = -1
        let values = [Value](unsafeUninitializedCapacity: size) { buffer, initialized in
            status = H5Dread(
                id,
                memoryType(),
                selection.memory,
                selection.stored,
                hdf5_default_properties(),
                buffer.baseAddress
            )
            initialized = status >= 0 ? size : 0
        }
        guard status >= 0 else { throw failed() }
        return values
    }

    private func requireNumbers() throws(HDF5Error) {
        guard elementType.isInteger || elementType.isFloat else { throw wrongType("numbers") }
    }

    func wrongType(_ wanted: String) -> HDF5Error {
        HDF5Error(.wrongType, at: context.place(name), "Elements are \(elementType), where \(wanted) are needed.")
    }

    private func failed() -> HDF5Error {
        context.failed(.readFailed, name, "The values cannot be read.")
    }
}
