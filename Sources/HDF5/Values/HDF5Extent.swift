import CHDF5

/// Shapes: from dataspaces, and their sizes without overflow.
enum HDF5Extent {
    /// The lengths of the axes; empty for one single value, `[0]` for an object without values.
    static func shape(_ space: hid_t) -> [Int]? {
        switch H5Sget_simple_extent_type(space) {
        case H5S_SCALAR: return []
        case H5S_NULL: return [0]
        case H5S_SIMPLE: break
        default: return nil
        }
        var lengths = [hsize_t](repeating: 0, count: 33)
        let rank = Int(H5Sget_simple_extent_dims(space, &lengths, nil))
        guard rank >= 0 else { return nil }
        let shape = lengths.prefix(rank).compactMap { Int(exactly: $0) }
        return shape.count == rank ? shape : nil
    }

    static func shape(ofDataset handle: HDF5Handle, name: String) throws(HDF5Error) -> [Int] {
        let space = H5Dget_space(handle.id)
        guard space >= 0 else { throw handle.context.failed(.readFailed, name, "The shape cannot be read.") }
        defer { H5Sclose(space) }
        guard let shape = shape(space) else {
            throw HDF5Error(.implausibleSize, at: handle.context.place(name), "The declared shape is beyond any file.")
        }
        return shape
    }

    /// Number of elements, nil beyond what an Int holds.
    static func count(_ shape: [Int]) -> Int? { bytes(shape, 1) }

    /// Bytes of all elements, nil beyond what an Int holds or for a negative length.
    static func bytes(_ shape: [Int], _ elementBytes: Int) -> Int? {
        if shape.contains(where: { $0 < 0 }) { return nil }
        if shape.contains(0) { return 0 }
        var total = elementBytes
        for length in shape {
            let (product, overflow) = total.multipliedReportingOverflow(by: length)
            if overflow { return nil }
            total = product
        }
        return total
    }
}
