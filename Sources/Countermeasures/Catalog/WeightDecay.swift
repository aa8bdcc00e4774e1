import AuditCore

extension Countermeasure {
    /// L2 regularisation.
    public static let weightDecay = Countermeasure(
        id: "l2",
        title: Phrase(key: "countermeasure.l2.title"),
        kind: .training,
        heading: Phrase(key: "countermeasure.l2.heading"),
        sentence: Phrase(key: "countermeasure.l2.sentence"),
        caveat: Phrase(key: "countermeasure.l2.caveat"),
        reference: Phrase(key: "countermeasure.l2.reference"),
        protectsLayers: true,
        protectsAnswers: true
    )
}
