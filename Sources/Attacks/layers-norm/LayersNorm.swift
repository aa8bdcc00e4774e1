import AuditCore

/// Transferred layers alone: how large the feature is.
public struct LayersNorm: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.layers("layers-norm")

    private let parameters: AttackParameters

    /// An attack that chooses its threshold by `parameters.scoring.thresholdRule`.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The norm of the feature, in standard deviations, turned so that higher means more likely a member.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try ObservedSignal(name: "feature-norm", rule: parameters.scoring.thresholdRule).scores(input)
    }
}
