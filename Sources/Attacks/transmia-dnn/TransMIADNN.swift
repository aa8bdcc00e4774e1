import AuditCore

/// TransMIA with a neural network per class (paper, section 4.3, L1–L3).
public struct TransMIADNN: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        id: "transmia-dnn",
        title: "TransMIA, neural network",
        sentence:
            "Learns from shadow models, with one small neural network per class over the whole prediction vector, "
            + "how the source model answers for records it was trained on.",
        reference: "Hidano, Murakami, Kawamoto 2020 (arXiv 2011.14661), sections 4.3 (L1–L3) and 5.2",
        access: [.sourceScores, .transferredWeights],
        knowledge: [.shadowData, .sourceArchitecture],
        approaches: [.baseline, .freezing, .fineTuning],
        smallestSample: 100,
        score: "logit of membership, on (−∞, ∞), no unit",
        defaults: [
            ("hidden", "50, 30, 5"), ("epochs", "50"), ("batchSize", "32"), ("learningRate", "0.001 (Adam)"),
            ("weightDecay", "0.015"), ("starts", "2, averaged"),
        ]
    )

    private let parameters: AttackParameters

    /// An attack with these parameters.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The logits of the class's network.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try ClassAttackNetworks(parameters: parameters, input: input).scores()
    }
}
