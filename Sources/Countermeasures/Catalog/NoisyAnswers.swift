import AuditCore

extension Countermeasure {
    /// Noise on the answers, which does not help here.
    public static let noisyAnswers = Countermeasure(
        id: "noisy-answers",
        title: Phrase(key: "countermeasure.noisy-answers.title"),
        kind: .answers,
        heading: Phrase(key: "countermeasure.noisy-answers.heading"),
        sentence: Phrase(key: "countermeasure.noisy-answers.sentence"),
        caveat: Phrase(key: "countermeasure.noisy-answers.caveat"),
        reference: Phrase(key: "countermeasure.noisy-answers.reference"),
        protectsLayers: false,
        protectsAnswers: true
    )
}
