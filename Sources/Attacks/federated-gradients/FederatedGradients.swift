import AuditCore

/// Federated training, passive: the losses and gradients of `whitebox-gradients` at several points of the source model's
/// training, as a participant or the aggregator sees it (Nasr et al. 2019, section III), read by one small network.
public struct FederatedGradients: TrainedAttack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.observed(
        "federated-gradients",
        .checkpoints,
        access: [.sourceWeights, .sourceCheckpoints],
        defaults: [("shadowModels", "8")] + AttackDescriptor.observedNetworks
            + [("threshold", Phrase(key: "attack.thresholds.balanced"))]
    )

    private let parameters: AttackParameters

    /// An attack whose network trains by `parameters`, and that chooses its threshold by their rule.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// Log odds of membership by the network.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try ObservedNetworks(input, parameters: parameters).decided()
    }
}
