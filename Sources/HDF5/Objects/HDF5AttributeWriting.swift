import CHDF5

/// Writing attributes; one that is there is replaced.
extension HDF5Object {
    /// Writes one text, as variable-length UTF-8.
    ///
    /// - Throws: `writeFailed`.
    public func setAttribute(_ attribute: String, string value: String) throws(HDF5Error) {
        try writeAttribute(attribute, shape: nil, type: HDF5Text.makeVariable) { id, type in
            HDF5Text.withPointers([value]) { H5Awrite(id, type, $0) }
        }
    }

    /// Writes texts with one axis, as NumPy's zero-padded byte strings (so does Keras); none become an empty array.
    ///
    /// - Throws: `writeFailed`, for example above the format's limit of 64 KiB per attribute.
    public func setAttribute(_ attribute: String, strings values: [String]) throws(HDF5Error) {
        if values.isEmpty { return try setAttribute(attribute, doubles: []) }
        let length = max(1, values.map(\.utf8.count).max() ?? 1)
        let bytes = HDF5Text.encode(values, length: length)
        try writeAttribute(attribute, shape: values.count, type: { HDF5Text.makeFixed(length) }) { id, type in
            H5Awrite(id, type, bytes)
        }
    }

    /// Writes one number, as float64.
    ///
    /// - Throws: `writeFailed`.
    public func setAttribute(_ attribute: String, double value: Double) throws(HDF5Error) {
        var value = value
        try writeAttribute(attribute, shape: nil, type: { H5Tcopy(hdf5_stored_double()) }) { id, _ in
            H5Awrite(id, hdf5_native_double(), &value)
        }
    }

    /// Writes numbers with one axis, as float64.
    ///
    /// - Throws: `writeFailed`.
    public func setAttribute(_ attribute: String, doubles values: [Double]) throws(HDF5Error) {
        try writeAttribute(attribute, shape: values.count, type: { H5Tcopy(hdf5_stored_double()) }) { id, _ in
            values.isEmpty ? 0 : H5Awrite(id, hdf5_native_double(), values)
        }
    }

    /// Writes one whole number, as int64.
    ///
    /// - Throws: `writeFailed`.
    public func setAttribute(_ attribute: String, int value: Int) throws(HDF5Error) {
        var value = value
        try writeAttribute(attribute, shape: nil, type: { H5Tcopy(hdf5_stored_int64()) }) { id, _ in
            H5Awrite(id, hdf5_native_int64(), &value)
        }
    }

    /// Writes whole numbers with one axis, as int64.
    ///
    /// - Throws: `writeFailed`.
    public func setAttribute(_ attribute: String, ints values: [Int]) throws(HDF5Error) {
        try writeAttribute(attribute, shape: values.count, type: { H5Tcopy(hdf5_stored_int64()) }) { id, _ in
            values.isEmpty ? 0 : H5Awrite(id, hdf5_native_int64(), values)
        }
    }

    private func writeAttribute(
        _ attribute: String,
        shape: Int?,
        type makeType: () -> hid_t,
        write: (hid_t, hid_t) -> herr_t
    ) throws(HDF5Error) {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        try context.requireOpen(name)
        if H5Aexists(id, attribute) > 0 { H5Adelete(id, attribute) }
        let space: hid_t
        if let shape {
            var length = hsize_t(shape)
            space = H5Screate_simple(1, &length, nil)
        } else {
            space = H5Screate(H5S_SCALAR)
        }
        let type = makeType()
        defer {
            H5Sclose(space)
            H5Tclose(type)
        }
        let place = name + "@" + attribute
        let created = H5Acreate2(id, attribute, type, space, hdf5_default_properties(), hdf5_default_properties())
        guard created >= 0 else {
            throw context.failed(.writeFailed, place, "The attribute cannot be created.")
        }
        defer { H5Aclose(created) }
        guard write(created, type) >= 0 else {
            throw context.failed(.writeFailed, place, "The attribute cannot be written.")
        }
    }
}
