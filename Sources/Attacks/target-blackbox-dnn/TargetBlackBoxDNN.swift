import AuditCore

/// Membership in the *source* training set, seen through the black-box target model (paper, appendix A, TL1–TL4).
public struct TargetBlackBoxDNN: TrainedAttack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        worded: "target-blackbox-dnn",
        access: [.targetScores],
        knowledge: [.shadowData, .sourceArchitecture, .targetTraining],
        approaches: [.freezing, .fineTuning],
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
