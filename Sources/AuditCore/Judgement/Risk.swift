/// The risk to the persons in the training data, as a data protection impact assessment states it.
public struct Risk: Sendable, Hashable {
    /// How likely it is that an adversary tells members from non-members, from where the interval lies.
    public let likelihood: RiskLevel
    /// How grave that would be, after data categories and release context.
    public let severity: Severity
    /// The level that the policy's matrix gives the two.
    public let level: RiskLevel

    /// Records a risk.
    public init(likelihood: RiskLevel, severity: Severity, level: RiskLevel) {
        self.likelihood = likelihood
        self.severity = severity
        self.level = level
    }
}
