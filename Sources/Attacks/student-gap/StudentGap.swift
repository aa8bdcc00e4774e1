import AuditCore

/// The trivial control for the *target* training set: a record is called a member when the target model classifies it
/// correctly (Yeom et al. 2018).
public struct StudentGap: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        worded: "student-gap",
        reference: Gap.descriptor.reference,
        access: [.targetScores],
        knowledge: [],
        approaches: [.freezing, .fineTuning],
        score: Gap.descriptor.score,
        isControl: true,
        population: .target
    )

    private let parameters: AttackParameters

    /// The control has no parameters.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// 1 for records classified correctly.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try Gap(parameters: parameters).scores(input)
    }
}
