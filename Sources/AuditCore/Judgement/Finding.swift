/// What a gate that did not pass tells the reader.
public struct Finding: Sendable, Hashable {
    /// A stable id, such as `leakage.auc` or `validity.blind-classifier`.
    public let id: String
    /// The gate it comes from; nil when a validity check or the model comparison raised it.
    public let gate: String?
    /// A headline.
    public let title: Phrase
    /// What was measured and against what.
    public let evidence: Phrase
    /// How grave it is.
    public let severity: Severity
    /// The legal provision it touches.
    public let legalBasis: Phrase
    /// What to do first.
    public let remedy: Phrase
    /// The risk it stands for; nil where no gate raised it.
    public let risk: Risk?

    /// Records a finding.
    public init(
        id: String,
        gate: String?,
        title: Phrase,
        evidence: Phrase,
        severity: Severity,
        legalBasis: Phrase,
        remedy: Phrase,
        risk: Risk? = nil
    ) {
        self.id = id
        self.gate = gate
        self.title = title
        self.evidence = evidence
        self.severity = severity
        self.legalBasis = legalBasis
        self.remedy = remedy
        self.risk = risk
    }
}
