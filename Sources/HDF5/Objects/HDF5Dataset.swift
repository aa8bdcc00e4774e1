import CHDF5

/// A dataset of an HDF5 file: an array of numbers or texts in row-major order.
public final class HDF5Dataset: HDF5Object, @unchecked Sendable {
    /// What one element is.
    public let elementType: HDF5ElementType
    private var extent: [Int]

    init(opened handle: HDF5Handle, name: String) throws(HDF5Error) {
        let type = H5Dget_type(handle.id)
        guard type >= 0 else {
            throw handle.context.failed(.readFailed, name, "The kind of its elements cannot be read.")
        }
        defer { H5Tclose(type) }
        elementType = HDF5ElementType(type)
        extent = try HDF5Extent.shape(ofDataset: handle, name: name)
        super.init(handle, name: name)
    }

    /// Lengths of the axes, rows first; empty for a single value.
    public var shape: [Int] {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        return extent
    }

    /// Number of elements.
    public var count: Int { HDF5Extent.count(shape) ?? 0 }

    /// Number of rows: the length of the first axis, 1 for a single value.
    public var rowCount: Int { shape.first ?? 1 }

    /// Elements of one row.
    public var rowLength: Int { HDF5Extent.count(Array(shape.dropFirst())) ?? 0 }

    /// Makes the dataset at least `rows` long; called under the lock.
    func extend(toRows rows: Int) throws(HDF5Error) {
        guard let current = extent.first, rows > current else { return }
        let grown = [rows] + extent.dropFirst()
        let lengths = grown.map { hsize_t($0) }
        guard H5Dset_extent(id, lengths) >= 0 else {
            let cause = HDF5Library.takeFailure().cause
            throw HDF5Error(
                .wrongShape,
                at: context.place(name),
                "Row \(rows - 1) is beyond the \(current) rows of a dataset that does not grow.",
                cause: cause
            )
        }
        extent = grown
    }

    /// The part of the dataset that `rows` are, and memory for it; called under the lock.
    func select(_ rows: Range<Int>?) throws(HDF5Error) -> HDF5Selection {
        try context.requireOpen(name)
        if let rows {
            guard let available = extent.first, rows.lowerBound >= 0, rows.upperBound <= available else {
                throw HDF5Error(
                    .wrongShape,
                    at: context.place(name),
                    "Rows \(rows.lowerBound)..<\(rows.upperBound) are not all within shape \(extent)."
                )
            }
        }
        let wanted = rows.map { [$0.count] + extent.dropFirst() } ?? extent
        guard let count = HDF5Extent.count(wanted),
            let selection = HDF5Selection(dataset: id, shape: wanted, firstRow: rows?.lowerBound, count: count)
        else { throw context.failed(.readFailed, name, "The rows cannot be selected.") }
        return selection
    }
}
