import AuditCore

/// Transferred layers alone: how similar the feature is to those of the adversary's records.
public struct LayersDensity: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.layers("layers-density")

    private let parameters: AttackParameters

    /// An attack that chooses its threshold by `parameters.scoring.thresholdRule`.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The similarity to the nearest features, in standard deviations, turned so that higher means more likely a member.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try ObservedSignal(name: "feature-density", rule: parameters.scoring.thresholdRule).scores(input)
    }
}
