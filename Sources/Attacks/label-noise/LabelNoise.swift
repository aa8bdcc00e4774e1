import AuditCore

/// Labels only: how often the model keeps a record's label under noise (Choquette-Choo et al. 2021, section 3.4).
public struct LabelNoise: TrainedAttack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.labels(
        "label-noise",
        .noise,
        defaults: [("queries", Phrase(verbatim: "\(ScoringSettings().noiseQueries)"))]
            + AttackDescriptor.observedNetworks
            + [("threshold", Phrase(key: "attack.thresholds.balanced"))]
    )

    private let parameters: AttackParameters

    /// An attack whose network trains by `parameters`, and that chooses its threshold by their rule.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// Log odds of membership by a network that weighs the shares of right labels.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try ObservedNetworks(input, parameters: parameters).decided()
    }
}
