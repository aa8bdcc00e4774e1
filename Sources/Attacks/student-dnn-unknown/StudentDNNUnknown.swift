import AuditCore

/// Membership in the *target* training set, with shadow student models whose head has another architecture than the
/// target model's (Zou et al. 2020, unknown architecture).
public struct StudentDNNUnknown: TrainedAttack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        worded: "student-dnn-unknown",
        access: [.targetScores, .transferredWeights],
        knowledge: [.targetShadowData],
        approaches: [.freezing, .fineTuning],
        score: StudentDNN.descriptor.score,
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
