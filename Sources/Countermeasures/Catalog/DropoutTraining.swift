import AuditCore

extension Countermeasure {
    /// Dropout.
    public static let dropout = Countermeasure(
        id: "dropout",
        title: Phrase(key: "countermeasure.dropout.title"),
        kind: .training,
        heading: Phrase(key: "countermeasure.dropout.heading"),
        sentence: Phrase(key: "countermeasure.dropout.sentence"),
        caveat: Phrase(key: "countermeasure.dropout.caveat"),
        reference: Phrase(key: "countermeasure.dropout.reference"),
        protectsLayers: true,
        protectsAnswers: true
    )
}
