/// What the owner's model answers to records of which the owner knows whether it was trained on them.
public struct OwnAnswers: Sendable {
    /// Confidences for members, one vector (K) each.
    public let members: [[Double]]
    /// Confidences for reference records, of the same kind as the members and none of them; empty without any.
    public let others: [[Double]]

    /// Collects confidences.
    public init(members: [[Double]], others: [[Double]]) {
        self.members = members
        self.others = others
    }
}
