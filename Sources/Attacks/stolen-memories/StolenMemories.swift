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
    ///
    /// What the attack learned is judged at the usual threshold: where no threshold has the asked precision it calls nobody
    /// a member, and may still have learned who the members are.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        let scores = try ObservedNetworks(input, parameters: parameters).scores()
        let rule = parameters.scoring.thresholdRule
        let judged = scores.trials.deciding(scores.queries, rule: rule, seed: input.seed)
        let threshold = CalibratedPrecision(scores.trials).threshold(precision: parameters.scoring.precision)
        return AttackScores(
            scores: judged.scores,
            decisions: judged.scores.map { $0 >= threshold },
            threshold: threshold,
            learning: judged.learning
        )
    }
}
