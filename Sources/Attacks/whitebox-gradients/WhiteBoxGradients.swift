import AuditCore

/// White box, whole model: the loss and its gradient by each layer's weights (Nasr et al. 2019, section III), read by a
/// small network.
public struct WhiteBoxGradients: TrainedAttack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.whole(
        "whitebox-gradients",
        .gradients,
        defaults: AttackDescriptor.observedNetworks + [("threshold", Phrase(key: "attack.thresholds.balanced"))]
    )

    private let parameters: AttackParameters

    /// An attack whose network trains by `parameters`, and that chooses its threshold by their rule.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// Log odds of membership by the network.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try ObservedNetworks(input, parameters: parameters).decided()
    }
}
