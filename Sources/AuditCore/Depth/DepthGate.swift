/// What one of a policy's gates said of one row of a depth curve.
public struct DepthGate: Sendable, Hashable {
    /// The gate's id.
    public let gate: String
    /// How it ended, at a confidence that holds for all rows together.
    public let outcome: GateOutcome
    /// Whether a waiver covers it today.
    public let isWaived: Bool
    /// The attack whose figure decided; nil where there was none.
    public let attack: String?
    /// That figure; nil where there was none.
    public let measured: Double?
    /// Its interval.
    public let interval: Interval?
    /// Why it ended this way, in one sentence.
    public let sentence: Phrase
    /// Members, and as many non-members, that would decide it at this value; nil when no sample would or none is needed.
    public let recordsToDecide: Int?

    /// Records what a gate said.
    public init(
        gate: String,
        outcome: GateOutcome,
        isWaived: Bool = false,
        attack: String?,
        measured: Double?,
        interval: Interval?,
        sentence: Phrase,
        recordsToDecide: Int? = nil
    ) {
        self.gate = gate
        self.outcome = outcome
        self.isWaived = isWaived
        self.attack = attack
        self.measured = measured
        self.interval = interval
        self.sentence = sentence
        self.recordsToDecide = recordsToDecide
    }
}
