/// What a policy said of an audit's evidence.
public struct Judgement: Sendable, Hashable {
    /// The verdict.
    public let verdict: Verdict
    /// The reason in one sentence.
    public let sentence: Phrase
    /// The policy that judged.
    public let policy: PolicySheet
    /// One result per gate, in the policy's order.
    public let gates: [GateResult]
    /// Required attacks that did not run, as `attack` or `attack/approach`.
    public let missing: [String]
    /// The gravest risk over the gates and over what is missing, waivers aside; nil where nothing states one.
    public let risk: Risk?

    /// Records a judgement.
    public init(
        verdict: Verdict,
        sentence: Phrase,
        policy: PolicySheet,
        gates: [GateResult],
        missing: [String],
        risk: Risk? = nil
    ) {
        self.verdict = verdict
        self.sentence = sentence
        self.policy = policy
        self.gates = gates
        self.missing = missing
        self.risk = risk
    }
}
