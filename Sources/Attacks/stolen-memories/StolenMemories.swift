import AuditCore

/// White box, whole model: how idiosyncratically the last layer uses a record's features, with confidence calibrated to an
/// asked precision (Leino and Fredrikson 2020, sections 3 and 4).
public struct StolenMemories: TrainedAttack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.whole(
        "stolen-memories",
        .influence,
        defaults: AttackDescriptor.observedNetworks + [
            ("precision", Phrase(key: "number", ["number": .number(ScoringSettings().precision, .full)]))
        ]
    )

    private let parameters: AttackParameters

    /// An attack that calls members with the precision `parameters.scoring.precision`.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// Log odds of membership by the network that weighs the displacements.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        let scores = try ObservedNetworks(input, parameters: parameters).scores()
        let scoring = parameters.scoring
        return scores.trials.deciding(
            scores.queries,
            precision: scoring.precision,
            rule: scoring.thresholdRule,
            seed: input.seed
        )
    }
}
