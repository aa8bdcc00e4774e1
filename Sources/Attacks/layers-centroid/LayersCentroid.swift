import AuditCore

/// Transferred layers alone: how far the feature lies from its class's centre among the adversary's records.
public struct LayersCentroid: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.layers("layers-centroid")

    private let parameters: AttackParameters

    /// An attack that chooses its threshold by `parameters.scoring.thresholdRule`.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The distance to the centroid, in standard deviations, turned so that higher means more likely a member.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try ObservedSignal(name: "centroid-distance", rule: parameters.scoring.thresholdRule).scores(input)
    }
}
