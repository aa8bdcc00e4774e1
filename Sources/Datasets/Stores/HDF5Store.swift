import Diagnostics
import HDF5

/// Records along the first axis of an HDF5 dataset; reads only the rows asked for.
struct HDF5Store: RecordStore {
    let count: Int
    let recordShape: [Int]
    let element: StoredElement
    private let dataset: HDF5Dataset

    private init(_ dataset: HDF5Dataset) throws(DatasetError) {
        guard let element = StoredElement(dataset.elementType), let count = dataset.shape.first else {
            throw DatasetError(
                .unsupportedFormat,
                at: .hdf5(file: dataset.file, object: dataset.name),
                "Records are no numbers along a first axis: \(dataset.elementType) of shape \(dataset.shape)."
            )
        }
        self.dataset = dataset
        self.count = count
        self.element = element
        recordShape = dataset.shape.count > 1 ? Array(dataset.shape.dropFirst()) : [1]
    }

    func bytes(rows: Range<Int>) throws(DatasetError) -> [UInt8] {
        do throws(HDF5Error) { return try dataset.readStoredBytes(rows: rows) } catch {
            throw DatasetError(error, blame: nil)
        }
    }

    /// - Throws: `missingFile`, `missingDataset`, `unsupportedFormat` or `unreadable`.
    static func open(_ description: DatasetDescription, labelled: Bool) throws(DatasetError) -> OpenedStore {
        let records: HDF5Dataset
        var labels: StoredColumn?
        var subjects: StoredColumn?
        var attributes: StoredColumn?
        do throws(HDF5Error) {
            let root = try HDF5File.open(description.path, hazards: .refusedWhereRead).root
            records = try root.dataset(description.x ?? "/x")
            if let y = description.y ?? (labelled && root.isDataset("/y") ? "/y" : nil) {
                labels = try column(root.dataset(y))
            }
            if let subject = description.subject { subjects = try column(root.dataset(subject)) }
            if let attribute = description.attribute { attributes = try column(root.dataset(attribute)) }
        } catch {
            throw DatasetError(error, blame: description.location)
        }
        let source = "\(description.path):\(records.name)"
        return OpenedStore(
            records: try HDF5Store(records),
            labels: labels,
            subjects: subjects,
            attributes: attributes,
            source: source
        )
    }

    private static func column(_ dataset: HDF5Dataset) throws(HDF5Error) -> StoredColumn {
        if dataset.elementType == .string { return .texts(try dataset.readStrings()) }
        return StoredColumn(try dataset.readDoubles(), shape: dataset.shape)
    }
}
