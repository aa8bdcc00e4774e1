import AuditCore

extension Countermeasure {
    /// Early stopping.
    public static let earlyStopping = Countermeasure(
        id: "early-stopping",
        title: Phrase(key: "countermeasure.early-stopping.title"),
        kind: .training,
        heading: Phrase(key: "countermeasure.early-stopping.heading"),
        sentence: Phrase(key: "countermeasure.early-stopping.sentence"),
        caveat: Phrase(key: "countermeasure.early-stopping.caveat"),
        reference: Phrase(key: "countermeasure.early-stopping.reference"),
        protectsLayers: true,
        protectsAnswers: true
    )
}
