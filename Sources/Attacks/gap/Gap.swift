import AuditCore

/// The trivial control: a record is called a member when it is classified correctly (Yeom et al. 2018).
public struct Gap: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        id: "gap",
        title: "Gap (trivial control)",
        sentence: "Calls a record a member when the source model classifies it correctly; an attack that does not beat "
            + "this has learned nothing more than that the model over-fits.",
        reference: "Yeom, Giacomelli, Fredrikson, Jha 2018; Rezaei & Liu 2021",
        access: [.sourceLabels],
        knowledge: [],
        approaches: [.none],
        smallestSample: 100,
        score: "1 when classified correctly, else 0",
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
