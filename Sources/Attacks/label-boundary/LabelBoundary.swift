import AuditCore

/// Labels only: how far a record lies from the decision boundary (Choquette-Choo et al. 2021, section 3.4; Li and Zhang
/// 2021).
public struct LabelBoundary: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.labels(
        "label-boundary",
        .boundary,
        defaults: [
            ("queries", Phrase(verbatim: "\(ScoringSettings().boundaryQueries)")),
            ("threshold", Phrase(key: "attack.thresholds.balanced")),
        ]
    )

    private let parameters: AttackParameters

    /// An attack that chooses its threshold by `parameters.scoring.thresholdRule`.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// The distance, in standard deviations, turned so that higher means more likely a member.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try ObservedSignal(name: "boundary-distance", rule: parameters.scoring.thresholdRule).scores(input)
    }
}
