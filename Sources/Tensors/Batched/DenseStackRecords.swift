/// The records one network of a stack is trained on.
public struct DenseStackRecords: Sendable {
    /// Rows of the shared features.
    public let rows: [Int]
    /// Their class indices, or 0 and 1.
    public let targets: [Int]

    /// Names the records of one network.
    public init(rows: [Int], targets: [Int]) {
        self.rows = rows
        self.targets = targets
    }
}
