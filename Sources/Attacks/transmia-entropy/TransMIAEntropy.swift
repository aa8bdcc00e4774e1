import AuditCore

/// TransMIA with a threshold on the modified prediction entropy per class (paper, section 4.3, E1–E3).
public struct TransMIAEntropy: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        id: "transmia-entropy",
        title: Phrase(key: "attack.transmia-entropy.title"),
        sentence: Phrase(key: "attack.transmia-entropy.sentence"),
        reference: Phrase(key: "attack.transmia-entropy.reference"),
        access: [.sourceScores, .transferredWeights],
        knowledge: [.shadowData, .sourceArchitecture],
        approaches: [.baseline, .freezing, .fineTuning, .given],
        smallestSample: 100,
        score: Phrase(key: "attack.transmia-entropy.score"),
        defaults: [("threshold", Phrase(key: "attack.transmia-entropy.threshold"))]
    )

    /// An attack; the thresholds take none of the parameters.
    public init(parameters: AttackParameters) {}

    /// τ_y − mpe(f(x), y); a member when the modified prediction entropy does not exceed the class's threshold.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try SignalThresholds(signal: .modifiedEntropy, rule: .count, scope: .perClass).scores(input)
    }
}
