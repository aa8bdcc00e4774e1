import AuditCore

/// Membership in the *target* training set, seen through the black-box target model, with shadow student models of the
/// target model's architecture (Zou et al. 2020).
public struct StudentDNN: TrainedAttack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        worded: "student-dnn",
        access: [.targetScores, .transferredWeights],
        knowledge: [.targetShadowData, .targetArchitecture],
        approaches: [.freezing, .fineTuning],
        defaults: TransMIADNN.descriptor.defaults,
        population: .target
    )

    private let parameters: AttackParameters

    /// An attack with these parameters.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The logits of the target class's network over the target model's answers.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try ClassAttackNetworks(parameters: parameters, input: input).scores()
    }
}
