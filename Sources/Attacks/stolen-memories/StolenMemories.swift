import AuditCore

/// White box, whole model: how idiosyncratically the last layer uses a record's features, with confidence calibrated to an
/// asked precision (Leino and Fredrikson 2020, sections 3 and 4).
public struct StolenMemories: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.whole(
        "stolen-memories",
        .influence,
        defaults: [
            ("precision", Phrase(key: "number", ["number": .number(ScoringSettings().precision, .full)])),
            ("cost", Phrase(key: "number", ["number": .number(ObservedClassifier.cost, .full)])),
        ]
    )

    private let parameters: AttackParameters

    /// An attack that calls members with the precision `parameters.scoring.precision`.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The decision values of the displacement function learned on shadow models.
    ///
    /// What the attack learned is judged at the usual threshold: where no threshold has the asked precision it calls nobody
    /// a member, and may still have learned who the members are.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        let classifier = try ObservedClassifier(input)
        let trials = try classifier.trials()
        let judged = try trials.deciding(
            classifier.queries(),
            rule: parameters.scoring.thresholdRule,
            seed: input.seed
        )
        let threshold = CalibratedPrecision(trials).threshold(precision: parameters.scoring.precision)
        return AttackScores(
            scores: judged.scores,
            decisions: judged.scores.map { $0 >= threshold },
            threshold: threshold,
            learning: judged.learning
        )
    }
}
