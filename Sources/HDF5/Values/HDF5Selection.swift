import CHDF5

/// Rows of a dataset as libhdf5 selects them; lives under the library's lock.
final class HDF5Selection {
    /// Elements selected.
    let count: Int
    /// Dataspace of the values in memory.
    let memory: hid_t
    /// Dataspace of the dataset, with the rows selected.
    let stored: hid_t

    /// - Parameters:
    ///   - shape: of the selected part.
    ///   - firstRow: where it starts, nil for the whole dataset.
    init?(dataset: hid_t, shape: [Int], firstRow: Int?, count: Int) {
        self.count = count
        stored = H5Dget_space(dataset)
        let lengths = shape.map { hsize_t($0) }
        guard stored >= 0, let firstRow, !shape.isEmpty else {
            memory = H5Scopy(stored)
            if memory < 0 { return nil }
            return
        }
        memory = H5Screate_simple(Int32(shape.count), lengths, nil)
        var start = [hsize_t](repeating: 0, count: shape.count)
        start[0] = hsize_t(firstRow)
        if count > 0, H5Sselect_hyperslab(stored, H5S_SELECT_SET, start, nil, lengths, nil) < 0 { return nil }
    }

    deinit {
        if memory >= 0 { H5Sclose(memory) }
        if stored >= 0 { H5Sclose(stored) }
    }
}
