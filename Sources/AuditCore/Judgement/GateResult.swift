/// What a gate said, with the measurement it judged.
public struct GateResult: Sendable, Hashable {
    /// The gate's id.
    public let gate: String
    /// The gate's title.
    public let title: Phrase
    /// How it ended.
    public let outcome: GateOutcome
    /// The measurement that decided: the worst over the attacks the gate names; nil when there was none.
    public let measurement: Measurement?
    /// The figure the gate is about.
    public let statistic: Statistic
    /// On which side of the threshold the figure must stay.
    public let bound: Bound
    /// The threshold.
    public let threshold: Double
    /// The confidence at which it was judged.
    public let confidence: Double
    /// How grave a failure is here, after data categories and release context.
    public let severity: Severity
    /// The legal provision the gate serves.
    public let legalBasis: Phrase
    /// Why the gate exists and where its threshold comes from.
    public let rationale: Phrase
    /// Why it ended this way, in one sentence.
    public let sentence: Phrase
    /// Members, and as many non-members, that would decide it at this value; nil when no sample would or none is needed.
    public let recordsToDecide: Int?
    /// The waiver that covers it, expired ones included.
    public let waiver: Waiver?
    /// Whether the waiver counts today.
    public let isWaived: Bool
    /// The risk the figure stands for, a waiver aside; nil in records of versions that did not state it.
    public let risk: Risk?

    /// Records what a gate said.
    public init(
        gate: String,
        title: Phrase,
        outcome: GateOutcome,
        measurement: Measurement?,
        statistic: Statistic,
        bound: Bound,
        threshold: Double,
        confidence: Double,
        severity: Severity,
        legalBasis: Phrase,
        rationale: Phrase,
        sentence: Phrase,
        recordsToDecide: Int? = nil,
        waiver: Waiver? = nil,
        isWaived: Bool = false,
        risk: Risk? = nil
    ) {
        self.gate = gate
        self.title = title
        self.outcome = outcome
        self.measurement = measurement
        self.statistic = statistic
        self.bound = bound
        self.threshold = threshold
        self.confidence = confidence
        self.severity = severity
        self.legalBasis = legalBasis
        self.rationale = rationale
        self.sentence = sentence
        self.recordsToDecide = recordsToDecide
        self.waiver = waiver
        self.isWaived = isWaived
        self.risk = risk
    }
}
