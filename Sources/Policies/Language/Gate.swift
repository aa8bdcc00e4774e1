import AuditCore

/// One rule of a policy: a statistic that must stay on one side of a threshold.
public struct Gate: Sendable, Hashable {
    /// The name, unique within the policy.
    public let id: String
    /// The title.
    public let title: String
    /// The figure that is judged.
    public let statistic: Statistic
    /// On which side of the threshold it must stay.
    public let bound: Bound
    /// The threshold, in the statistic's unit.
    public let threshold: Double
    /// The confidence of the two-sided interval that is judged, in (0.5, 1).
    public let confidence: Double
    /// How grave a failure is, before the policy's severity rules.
    public let severity: Severity
    /// Which attacks are judged.
    public let attacks: AttackSelection
    /// Which part of the records is judged; nil for all of them.
    public let group: GroupScope?
    /// The legal provision the gate serves.
    public let legalBasis: String
    /// Why the gate exists and where its threshold comes from.
    public let rationale: String

    /// Records a gate.
    public init(
        id: String,
        title: String,
        statistic: Statistic,
        bound: Bound,
        threshold: Double,
        confidence: Double,
        severity: Severity,
        attacks: AttackSelection = .worstOf,
        group: GroupScope? = nil,
        legalBasis: String,
        rationale: String
    ) {
        self.id = id
        self.title = title
        self.statistic = statistic
        self.bound = bound
        self.threshold = threshold
        self.confidence = confidence
        self.severity = severity
        self.attacks = attacks
        self.group = group
        self.legalBasis = legalBasis
        self.rationale = rationale
    }
}
