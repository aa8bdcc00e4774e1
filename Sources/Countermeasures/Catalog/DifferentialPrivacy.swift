import AuditCore

extension Countermeasure {
    /// Training with differential privacy.
    public static let differentialPrivacy = Countermeasure(
        id: "differential-privacy",
        title: Phrase(key: "countermeasure.differential-privacy.title"),
        kind: .training,
        heading: Phrase(key: "countermeasure.differential-privacy.heading"),
        sentence: Phrase(key: "countermeasure.differential-privacy.sentence"),
        caveat: Phrase(key: "countermeasure.differential-privacy.caveat"),
        reference: Phrase(key: "countermeasure.differential-privacy.reference"),
        protectsLayers: true,
        protectsAnswers: true
    )
}
