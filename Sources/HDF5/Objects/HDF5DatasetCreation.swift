import CHDF5

/// Creating datasets; groups on the way are made.
extension HDF5Group {
    /// Creates a dataset filled with zeros, to be written by rows.
    ///
    /// - Parameters:
    ///   - path: relative to this group, or absolute.
    ///   - shape: lengths of the axes, rows first; empty for a single value.
    ///   - type: what is stored; numbers are converted when written.
    ///   - layout: chunks, compression, and whether rows can be added.
    /// - Throws: `alreadyExists`, `wrongType` for kinds that cannot be created, `wrongShape` or `writeFailed`.
    @discardableResult
    public func createDataset(
        _ path: String,
        shape: [Int],
        type: HDF5ElementType,
        layout: HDF5Layout = .contiguous
    ) throws(HDF5Error) -> HDF5Dataset {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        let name = absolute(path)
        try context.requireOpen(name)
        if contains(path) { throw HDF5Error(.alreadyExists, at: context.place(name), "The name is taken.") }
        guard let count = HDF5Extent.count(shape), shape.count <= 32 else {
            throw HDF5Error(.wrongShape, at: context.place(name), "The shape \(shape) cannot be stored.")
        }
        guard let stored = type.makeStored() else {
            throw HDF5Error(.wrongType, at: context.place(name), "Elements of \(type) cannot be created.")
        }
        let rowBytes = count / max(1, shape.first ?? 1) * (type.byteCount ?? 16)
        let properties = creationProperties(shape, layout, rowBytes: rowBytes)
        let space = creationSpace(shape, layout)
        defer {
            H5Tclose(stored)
            H5Pclose(properties)
            H5Sclose(space)
        }
        let links = HDF5Links.shared.creation
        let dataset = H5Dcreate2(id, path, stored, space, links, properties, hdf5_default_properties())
        guard dataset >= 0 else { throw context.failed(.writeFailed, name, "The dataset cannot be created.") }
        return try HDF5Dataset(opened: HDF5Handle(dataset, in: context), name: name)
    }

    /// Creates a float32 dataset. `floats` are row-major. Throws as `createDataset(_:shape:type:layout:)`.
    @discardableResult
    public func createDataset(
        _ path: String,
        shape: [Int],
        floats: [Float],
        layout: HDF5Layout = .contiguous
    ) throws(HDF5Error) -> HDF5Dataset {
        let dataset = try createDataset(path, shape: shape, type: .float32, layout: layout)
        try dataset.write(floats: floats)
        return dataset
    }

    /// Creates a float64 dataset. `doubles` are row-major. Throws as `createDataset(_:shape:type:layout:)`.
    @discardableResult
    public func createDataset(
        _ path: String,
        shape: [Int],
        doubles: [Double],
        layout: HDF5Layout = .contiguous
    ) throws(HDF5Error) -> HDF5Dataset {
        let dataset = try createDataset(path, shape: shape, type: .float64, layout: layout)
        try dataset.write(doubles: doubles)
        return dataset
    }

    /// Creates an int64 dataset. `ints` are row-major. Throws as `createDataset(_:shape:type:layout:)`.
    @discardableResult
    public func createDataset(
        _ path: String,
        shape: [Int],
        ints: [Int],
        layout: HDF5Layout = .contiguous
    ) throws(HDF5Error) -> HDF5Dataset {
        let dataset = try createDataset(path, shape: shape, type: .int64, layout: layout)
        try dataset.write(ints: ints)
        return dataset
    }

    /// Creates a uint8 dataset. `bytes` are row-major. Throws as `createDataset(_:shape:type:layout:)`.
    @discardableResult
    public func createDataset(
        _ path: String,
        shape: [Int],
        bytes: [UInt8],
        layout: HDF5Layout = .contiguous
    ) throws(HDF5Error) -> HDF5Dataset {
        let dataset = try createDataset(path, shape: shape, type: .uint8, layout: layout)
        try dataset.write(bytes: bytes)
        return dataset
    }

    /// Creates a dataset of variable-length UTF-8 texts, row-major. Throws as `createDataset(_:shape:type:layout:)`.
    @discardableResult
    public func createDataset(
        _ path: String,
        shape: [Int],
        strings: [String],
        layout: HDF5Layout = .contiguous
    ) throws(HDF5Error) -> HDF5Dataset {
        let dataset = try createDataset(path, shape: shape, type: .string, layout: layout)
        try dataset.write(strings: strings)
        return dataset
    }

    private func creationProperties(_ shape: [Int], _ layout: HDF5Layout, rowBytes: Int) -> hid_t {
        let list = H5Pcreate(hdf5_dataset_create_class())
        // Without its time, a file of the same content is the same file.
        H5Pset_obj_track_times(list, false)
        guard layout.isChunked, let rows = shape.first else { return list }
        let sides = [layout.rowsPerChunk(rowBytes: rowBytes, rows: rows)] + shape.dropFirst().map { max(1, $0) }
        H5Pset_chunk(list, Int32(sides.count), sides.map { hsize_t($0) })
        if let level = layout.gzip {
            H5Pset_shuffle(list)
            H5Pset_deflate(list, UInt32(max(0, min(9, level))))
        }
        return list
    }

    private func creationSpace(_ shape: [Int], _ layout: HDF5Layout) -> hid_t {
        guard !shape.isEmpty else { return H5Screate(H5S_SCALAR) }
        let lengths = shape.map { hsize_t($0) }
        var largest = lengths
        if layout.growing { largest[0] = hdf5_unlimited() }
        return H5Screate_simple(Int32(shape.count), lengths, largest)
    }
}
