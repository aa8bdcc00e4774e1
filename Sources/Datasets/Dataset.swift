import Diagnostics
import Foundation
import Synchronization

/// One set of an audit: labels in memory, records read when they are asked for.
public final class Dataset: Sendable {
    /// `members`, `nonMembers`, `shadowTrain`, `shadowTest`, `targetTrain`, `targetTest`, or a name for a lone set.
    public let role: String
    /// The file or folder and, inside it, the dataset.
    public let source: String
    /// Number of records (N).
    public let count: Int
    /// Shape of a record: H × W × C, F, or whatever is stored.
    public let recordShape: [Int]
    /// Class of each record (N); empty when the set has no labels.
    public let labels: [Int]
    /// Names of the classes in label order; empty when nothing names them.
    public let classNames: [String]
    /// Subject of each record (N), where subjects are named.
    public let subjects: [String]?
    /// A sensitive attribute of each record (N), where one is named.
    public let attributes: [String]?
    let store: any RecordStore
    private let rows: RowIndex
    private let hashes = Mutex<[ContentHash]?>(nil)

    /// Number of classes (K): of named classes, or one more than the largest label.
    public var classCount: Int { classNames.isEmpty ? (labels.max() ?? -1) + 1 : classNames.count }

    /// Records of each class (K).
    public var perClass: [Int] {
        labels.reduce(into: [Int](repeating: 0, count: classCount)) { $0[$1] += 1 }
    }

    /// Numbers in a record.
    public var recordLength: Int { store.recordLength }

    init(_ opened: OpenedStore, _ description: DatasetDescription, role: String, labelled: Bool) throws(DatasetError) {
        let store = opened.records
        for (name, column) in [
            ("labels", opened.labels), ("subjects", opened.subjects), ("attributes", opened.attributes),
        ] {
            guard let column, column.count != store.count else { continue }
            throw DatasetError(
                .rowCountMismatch,
                at: description.place,
                "'\(opened.source)' holds \(store.count) records, but \(column.count) \(name)."
            )
        }
        rows = try RowIndex(description, available: store.count)
        guard rows.count > 0, store.recordLength > 0 else {
            throw DatasetError(.emptySet, at: description.place, "The set '\(role)' holds no records.")
        }
        if labelled, opened.labels == nil {
            throw DatasetError(.missingLabels, at: description.place, "The set '\(role)' has no labels.")
        }
        let selected = rows.rows
        let isFolder = !opened.classNames.isEmpty
        let names = isFolder ? opened.classNames : description.classNames
        let reader = try opened.labels.map { (column) throws(DatasetError) in
            try LabelReader(column, rows: selected, classNames: names, numbersAreClasses: isFolder, role: role)
        }
        labels = reader?.labels ?? []
        classNames = reader?.classNames ?? names
        subjects = opened.subjects.map { $0.texts(selected) }
        attributes = opened.attributes.map { $0.texts(selected) }
        self.role = role
        self.store = store
        source = opened.source
        count = rows.count
        recordShape = store.recordShape
    }

    /// Values of consecutive records as they are stored, as Float.
    ///
    /// - Parameter rows: rows of this set, within 0..<N.
    /// - Returns: rows × record shape, row-major.
    /// - Throws: `badRows` for rows that are not there, or `unreadable`.
    public func values(rows wanted: Range<Int>) throws(DatasetError) -> [Float] {
        store.element.floats(try bytes(wanted))
    }

    /// Values of records in any order as they are stored, as Float.
    ///
    /// - Parameter rows: rows of this set, within 0..<N.
    /// - Returns: rows × record shape, row-major, in the order asked for.
    /// - Throws: `badRows` for rows that are not there, or `unreadable`.
    public func values(rows wanted: [Int]) throws(DatasetError) -> [Float] {
        if let row = wanted.first(where: { !(0..<count).contains($0) }) { throw outOfRange(row) }
        switch rows {
        case .range(let range):
            return store.element.floats(try store.bytes(rows: wanted.map { $0 + range.lowerBound }))
        case .list(let list): return store.element.floats(try store.bytes(rows: wanted.map { list[$0] }))
        }
    }

    /// Digest of each record (N): of its shape, kind of numbers and stored bytes.
    ///
    /// - Throws: as `validate`, which computes them; they are kept.
    public func contentHashes() throws(DatasetError) -> [ContentHash] {
        if let known = hashes.withLock({ $0 }) { return known }
        let computed = try DatasetScan(self).run()
        hashes.withLock { $0 = computed }
        return computed
    }

    /// Digest of all records and labels in their order.
    ///
    /// - Throws: as `validate`.
    public func contentHash() throws(DatasetError) -> ContentHash {
        .whole(try contentHashes(), labels: labels)
    }

    /// Reads every record once, in parallel pieces of bounded memory: values must be finite; digests are kept.
    ///
    /// - Throws: `nonFiniteValue` with the row, `shapeMismatch` (images of a folder) or `unreadable`.
    public func validate() throws(DatasetError) { _ = try contentHashes() }

    /// Holds the labels against a number of classes.
    ///
    /// - Throws: `labelOutOfRange` with the first row whose label is not in 0..<K.
    public func checkLabels(below classes: Int) throws(DatasetError) {
        try LabelReader.check(labels, below: classes, role: role)
    }

    /// Stored bytes of consecutive records of this set.
    func bytes(_ wanted: Range<Int>) throws(DatasetError) -> [UInt8] {
        guard wanted.lowerBound >= 0 else { throw outOfRange(wanted.lowerBound) }
        guard wanted.upperBound <= count else { throw outOfRange(wanted.upperBound - 1) }
        switch rows {
        case .range(let range):
            return try store.bytes(rows: range.lowerBound + wanted.lowerBound..<range.lowerBound + wanted.upperBound)
        case .list(let list): return try store.bytes(rows: Array(list[wanted]))
        }
    }

    private func outOfRange(_ row: Int) -> DatasetError {
        DatasetError(.badRows, at: .record(row, set: role), "The set has \(count) records.")
    }
}
