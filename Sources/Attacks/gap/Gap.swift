import AuditCore

/// The trivial control: a record is called a member when it is classified correctly (Yeom et al. 2018).
public struct Gap: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        worded: "gap",
        access: [.sourceLabels],
        knowledge: [],
        approaches: [.none],
        isControl: true
    )

    /// The control has no parameters.
    public init(parameters: AttackParameters) {}

    /// 1 for records classified correctly.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try input.check()
        let isRight = (0..<input.queries.count).map { input.queries.prediction($0) == input.queries.labels[$0] }
        return AttackScores(
            scores: isRight.map { $0 ? 1 : 0 },
            decisions: isRight,
            threshold: 1,
            learning: nil
        )
    }
}
