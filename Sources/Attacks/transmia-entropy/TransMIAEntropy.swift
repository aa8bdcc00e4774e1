import AuditCore

/// TransMIA with a threshold on the modified prediction entropy per class (paper, section 4.3, E1–E3).
public struct TransMIAEntropy: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        worded: "transmia-entropy",
        access: [.sourceScores, .transferredWeights],
        approaches: [.baseline, .freezing, .fineTuning, .given],
        defaults: [("threshold", Phrase(key: "attack.transmia-entropy.threshold"))]
    )

    /// An attack; the thresholds take none of the parameters.
    public init(parameters: AttackParameters) {}

    /// τ_y − mpe(f(x), y); a member when the modified prediction entropy does not exceed the class's threshold.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try SignalThresholds(signal: .modifiedEntropy, rule: .count, scope: .perClass).scores(input)
    }
}
