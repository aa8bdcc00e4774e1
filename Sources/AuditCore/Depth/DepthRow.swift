/// One cut of a depth curve under one approach: what leaks there, and what the recipient has of it.
public struct DepthRow: Sendable, Hashable {
    /// The last shared layer; empty for the baseline, which shares nothing.
    public let cut: String
    /// Values in the shared layers' parameters; 0 for the baseline.
    public let sharedParameters: Int
    /// How shadow models and recipient use the layers.
    public let approach: Approach
    /// The attack with the largest AUC; nil where nothing was measured.
    public let leakage: TrialLeakage?
    /// What the policy's gates said.
    public let gates: [DepthGate]
    /// What they said together.
    public let verdict: Verdict
    /// The recipient's accuracy, and its difference from that of a recipient who got nothing; nil without a recipient.
    public let utility: TrialUtility?

    /// Records a row.
    public init(
        cut: String,
        sharedParameters: Int,
        approach: Approach,
        leakage: TrialLeakage?,
        gates: [DepthGate],
        verdict: Verdict,
        utility: TrialUtility? = nil
    ) {
        self.cut = cut
        self.sharedParameters = sharedParameters
        self.approach = approach
        self.leakage = leakage
        self.gates = gates
        self.verdict = verdict
        self.utility = utility
    }

    /// Members, and as many non-members, that would decide every undecided gate; nil when no sample would.
    var recordsToDecide: Int? {
        let needs = gates.filter { $0.outcome == .inconclusive && !$0.isWaived }.map(\.recordsToDecide)
        return needs.isEmpty || needs.contains(nil) ? nil : needs.compactMap(\.self).max()
    }
}
