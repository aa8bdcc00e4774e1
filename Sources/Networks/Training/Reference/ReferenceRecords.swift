/// Labelled records that help to train a network and are not what it is trained to know: of the same kind as its training
/// records, and none of them.
public struct ReferenceRecords: Sendable, Hashable {
    /// The records (R, …), as the network takes them.
    public var records: RecordBatches
    /// Their classes (R).
    public let labels: [Int]
    /// What they are, in a form that is equal for equal records and labels; nil when nobody can say.
    public let digest: String?

    /// Names records.
    public init(records: RecordBatches, labels: [Int], digest: String?) {
        self.records = records
        self.labels = labels
        self.digest = digest
    }

    /// Number of records R.
    public var count: Int { labels.count }

    /// The same records, by what they are.
    public static func == (first: ReferenceRecords, second: ReferenceRecords) -> Bool {
        first.digest == second.digest && first.labels == second.labels
    }

    /// By what they are.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(digest)
        hasher.combine(labels)
    }
}
