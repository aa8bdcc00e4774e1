/// Leakage and the recipient's usefulness against how many layers are shared.
public struct DepthCurve: Sendable, Hashable {
    /// What an adversary can do who gets no layer (BaseMIA), and a recipient who trains from scratch.
    public let baseline: DepthRow
    /// One row per cut and approach, the shallowest cut first.
    public let rows: [DepthRow]
    /// The trivial control: member means classified correctly; nil where it was not measured.
    public let control: TrialLeakage?
    /// The attacks that ran, by id.
    public let attacks: [String]
    /// The policy's id.
    public let policy: String
    /// How many rows were judged: what the confidences are corrected for.
    public let looks: Int
    /// The confidence of each AUC's interval, so that those of all attacks on all rows hold together at 95 %.
    public let confidence: Double
    /// Gates and required attacks of the policy that a curve does not judge.
    public let unjudged: [String]
    /// Why there is no recipient; nil where there is one.
    public let utilityNote: Phrase?

    /// Records a curve.
    public init(
        baseline: DepthRow,
        rows: [DepthRow],
        control: TrialLeakage?,
        attacks: [String],
        policy: String,
        looks: Int,
        confidence: Double,
        unjudged: [String],
        utilityNote: Phrase?
    ) {
        self.baseline = baseline
        self.rows = rows
        self.control = control
        self.attacks = attacks
        self.policy = policy
        self.looks = looks
        self.confidence = confidence
        self.unjudged = unjudged
        self.utilityNote = utilityNote
    }

    /// The cuts, the shallowest first.
    public var cuts: [String] {
        rows.reduce(into: []) { cuts, row in if cuts.last != row.cut { cuts.append(row.cut) } }
    }

    /// What the policy says of a cut: the worst over its rows, and over the baseline, which stands to every adversary.
    public func verdict(_ cut: String) -> Verdict {
        let judged = ([baseline] + rows.filter { $0.cut == cut }).filter { !$0.gates.isEmpty }
        return judged.isEmpty ? .incomplete : Verdict.worst(of: judged.map(\.verdict))
    }

    /// The deepest cut that stays inside the policy; nil where none does.
    public var recommended: String? { cuts.last { verdict($0) == .pass } }

    /// Pass where a cut stays inside the policy, fail where each breaks it, else undecided.
    public var verdict: Verdict {
        if recommended != nil { return .pass }
        let verdicts = cuts.map(verdict)
        if verdicts.contains(.inconclusive) { return .inconclusive }
        return verdicts.isEmpty || verdicts.contains(.incomplete) ? .incomplete : .fail
    }
}
