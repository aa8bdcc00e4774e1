/// The true positive rate of a membership attack where its false positive rate stays within a limit.
public struct TPRAtFPR: Sendable, Hashable {
    /// The true positive rate, `truePositives` / members, in [0, 1].
    public let rate: Double
    /// The smallest score called a member; +∞ with no true and no false positives where nobody can be called one.
    public let threshold: Double
    /// The number of members called members.
    public let truePositives: Int
    /// The number of non-members called members.
    public let falsePositives: Int

    /// Makes a result.
    public init(rate: Double, threshold: Double, truePositives: Int, falsePositives: Int) {
        self.rate = rate
        self.threshold = threshold
        self.truePositives = truePositives
        self.falsePositives = falsePositives
    }
}
