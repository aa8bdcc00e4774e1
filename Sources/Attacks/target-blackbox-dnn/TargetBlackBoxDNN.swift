import AuditCore

/// Membership in the *source* training set, seen through the black-box target model (paper, appendix A, TL1–TL4).
public struct TargetBlackBoxDNN: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        id: "target-blackbox-dnn",
        title: "Black-box target model, neural network",
        sentence: "Learns from shadow target models, with one small neural network per source class over the target "
            + "model's prediction vector, how it answers for records of the source training set.",
        reference: "Hidano, Murakami, Kawamoto 2020 (arXiv 2011.14661), appendix A (TL1–TL4)",
        access: [.targetScores],
        knowledge: [.shadowData, .sourceArchitecture, .targetTraining],
        approaches: [.freezing, .fineTuning],
        smallestSample: 100,
        score: "logit of membership, on (−∞, ∞), no unit",
        defaults: TransMIADNN.descriptor.defaults
    )

    private let parameters: AttackParameters

    /// An attack with these parameters.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The logits of the source class's network over the target model's answers.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try ClassAttackNetworks(parameters: parameters, input: input).scores()
    }
}
