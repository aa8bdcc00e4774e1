/// One operating point of a membership attack: a record is called a member if and only if its score ≥ `threshold`.
public struct ROCPoint: Sendable, Hashable {
    /// The share of non-members called members, in [0, 1].
    public let falsePositiveRate: Double
    /// The share of members called members, in [0, 1].
    public let truePositiveRate: Double
    /// The smallest score called a member.
    public let threshold: Double

    /// Makes an operating point.
    public init(falsePositiveRate: Double, truePositiveRate: Double, threshold: Double) {
        self.falsePositiveRate = falsePositiveRate
        self.truePositiveRate = truePositiveRate
        self.threshold = threshold
    }
}
