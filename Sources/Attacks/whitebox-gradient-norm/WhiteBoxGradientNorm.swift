import AuditCore

/// White box, whole model: how much a record would still change the weights (Nasr et al. 2019, section III).
public struct WhiteBoxGradientNorm: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.whole(
        "whitebox-gradient-norm",
        .gradients,
        defaults: [("threshold", Phrase(key: "attack.thresholds.balanced"))]
    )

    private let parameters: AttackParameters

    /// An attack that chooses its threshold by `parameters.scoring.thresholdRule`.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The logarithm of the gradient's norm, in standard deviations, turned so that higher means more likely a member.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try ObservedSignal(name: "gradient-norm", rule: parameters.scoring.thresholdRule).scores(input)
    }
}
