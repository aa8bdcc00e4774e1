import AuditCore

/// White box, whole model: the loss and its gradient by each layer's weights (Nasr et al. 2019, section III), weighed by a
/// linear support vector machine.
public struct WhiteBoxGradients: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.whole(
        "whitebox-gradients",
        .gradients,
        defaults: [
            ("cost", Phrase(key: "number", ["number": .number(ObservedClassifier.cost, .full)])),
            ("threshold", Phrase(key: "attack.thresholds.balanced")),
        ]
    )

    private let parameters: AttackParameters

    /// An attack that chooses its threshold by `parameters.scoring.thresholdRule`.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The decision values of the support vector machine.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        let classifier = try ObservedClassifier(input)
        return try classifier.trials().deciding(
            classifier.queries(),
            rule: parameters.scoring.thresholdRule,
            seed: input.seed
        )
    }
}
