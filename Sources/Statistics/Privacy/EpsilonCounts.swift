/// What one attack decided about the audited records, at a threshold chosen on other data.
public struct EpsilonCounts: Sendable, Hashable {
    /// The members called members.
    public let truePositives: Double
    /// The members decided on.
    public let members: Double
    /// The non-members called members.
    public let falsePositives: Double
    /// The non-members decided on.
    public let nonMembers: Double

    /// Makes counts.
    public init(truePositives: Double, members: Double, falsePositives: Double, nonMembers: Double) {
        self.truePositives = truePositives
        self.members = members
        self.falsePositives = falsePositives
        self.nonMembers = nonMembers
    }
}
