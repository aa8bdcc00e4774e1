/// One data set, as the report describes it.
public struct DataSheet: Sendable, Hashable {
    /// `members`, `nonMembers`, `shadowTrain`, `shadowTest`, `reference`, `targetTrain`, `targetTest`,
    /// `targetShadowTrain` or `targetShadowTest`.
    public let role: String
    /// The file or folder's name and, inside it, the dataset.
    public let source: String
    /// Number of records.
    public let records: Int
    /// Shape of a record.
    public let shape: String
    /// Records per class, in class order.
    public let perClass: [Int]
    /// SHA-256 over the contents of the records and labels in order, in lower-case hexadecimal.
    public let contentHash: String

    /// The role as a reader sees it.
    public var roleTitle: Phrase { Phrase(key: "set.\(role)", arguments: [], text: role) }

    /// Records a data set.
    public init(role: String, source: String, records: Int, shape: String, perClass: [Int], contentHash: String) {
        self.role = role
        self.source = source
        self.records = records
        self.shape = shape
        self.perClass = perClass
        self.contentHash = contentHash
    }
}
