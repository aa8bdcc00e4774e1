import CHDF5

/// Writing values by rows; a growing dataset is made longer as needed. Values are row-major and fill whole rows.
extension HDF5Dataset {
    /// Writes numbers from row `startingAtRow` on.
    ///
    /// - Throws: `wrongType`, `wrongShape` when values do not fill whole rows that are there, or `writeFailed`.
    public func write(floats: [Float], startingAtRow row: Int = 0) throws(HDF5Error) {
        try requireStored(elementType != .string, "numbers")
        try write(floats.count, at: row) {
            H5Dwrite(id, hdf5_native_float(), $0, $1, hdf5_default_properties(), floats)
        }
    }

    /// Writes numbers from row `startingAtRow` on.
    ///
    /// - Throws: `wrongType`, `wrongShape` when values do not fill whole rows that are there, or `writeFailed`.
    public func write(doubles: [Double], startingAtRow row: Int = 0) throws(HDF5Error) {
        try requireStored(elementType != .string, "numbers")
        try write(doubles.count, at: row) {
            H5Dwrite(id, hdf5_native_double(), $0, $1, hdf5_default_properties(), doubles)
        }
    }

    /// Writes whole numbers from row `startingAtRow` on.
    ///
    /// - Throws: `wrongType`, `wrongShape` when values do not fill whole rows that are there, or `writeFailed`.
    public func write(ints: [Int], startingAtRow row: Int = 0) throws(HDF5Error) {
        try requireStored(elementType != .string, "numbers")
        try write(ints.count, at: row) { H5Dwrite(id, hdf5_native_int64(), $0, $1, hdf5_default_properties(), ints) }
    }

    /// Writes bytes from row `startingAtRow` on.
    ///
    /// - Throws: `wrongType`, `wrongShape` when values do not fill whole rows that are there, or `writeFailed`.
    public func write(bytes: [UInt8], startingAtRow row: Int = 0) throws(HDF5Error) {
        try requireStored(elementType != .string, "numbers")
        try write(bytes.count, at: row) { H5Dwrite(id, hdf5_native_uint8(), $0, $1, hdf5_default_properties(), bytes) }
    }

    /// Writes texts from row `startingAtRow` on.
    ///
    /// - Throws: `wrongType`, `wrongShape` when values do not fill whole rows that are there, or `writeFailed`.
    public func write(strings: [String], startingAtRow row: Int = 0) throws(HDF5Error) {
        try requireStored(elementType == .string, "texts")
        let type = HDF5Text.makeVariable()
        defer { H5Tclose(type) }
        try write(strings.count, at: row) { memory, stored in
            HDF5Text.withPointers(strings) { H5Dwrite(id, type, memory, stored, hdf5_default_properties(), $0) }
        }
    }

    private func requireStored(_ fits: Bool, _ values: String) throws(HDF5Error) {
        if !fits {
            throw HDF5Error(.wrongType, at: context.place(name), "Elements are \(elementType), not \(values).")
        }
    }

    private func write(_ count: Int, at row: Int, _ body: (hid_t, hid_t) -> herr_t) throws(HDF5Error) {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        try context.requireOpen(name)
        let shape = shape
        let rowLength = rowLength
        let rows = rowLength == 0 ? 0 : count / rowLength
        guard row >= 0, rows * rowLength == count, !shape.isEmpty || (row == 0 && count == 1) else {
            throw HDF5Error(
                .wrongShape,
                at: context.place(name),
                "\(count) values do not fill whole rows of shape \(shape) from row \(row) on."
            )
        }
        if count == 0 { return }
        try extend(toRows: row + rows)
        let selection = try select(shape.isEmpty ? nil : row..<(row + rows))
        guard body(selection.memory, selection.stored) >= 0 else {
            throw context.failed(.writeFailed, name, "The values cannot be written.")
        }
    }
}
