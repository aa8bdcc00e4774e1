import AuditCore
import ShadowModels

/// White box, whole model: log odds of membership from how far the last layer stands from one trained without the record,
/// with confidence calibrated to an asked precision (Leino and Fredrikson 2020, sections 3 and 4).
///
/// With Gaussian features and a naive Bayes classifier, the displacement of the weights *is* the log odds: w = ŵ_y − w̃_y,
/// b = b̂_y − b̃_y and w·z + b at the record's features z.
public struct StolenMemoriesBayes: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.whole(
        "stolen-memories-bayes",
        .influence,
        defaults: [("precision", Phrase(key: "number", ["number": .number(ScoringSettings().precision, .full)]))]
    )

    private let parameters: AttackParameters

    /// An attack that calls members with the precision `parameters.scoring.precision`.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The displacement, in standard deviations over records that the model never saw.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        let scoring = parameters.scoring
        let signals = try ObservedSignal(
            name: InfluenceObserver.displacement,
            rule: scoring.thresholdRule,
            risesWithMembership: true
        ).signals(input)
        return signals.trials.deciding(
            signals.queries,
            precision: scoring.precision,
            rule: scoring.thresholdRule,
            seed: input.seed
        )
    }
}
