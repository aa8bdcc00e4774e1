import AuditCore

extension Countermeasure {
    /// Protection of the transferred parameters at the recipient.
    public static let protectedParameters = Countermeasure(
        id: "protected-parameters",
        title: Phrase(key: "countermeasure.protected-parameters.title"),
        kind: .recipient,
        heading: Phrase(key: "countermeasure.protected-parameters.heading"),
        sentence: Phrase(key: "countermeasure.protected-parameters.sentence"),
        caveat: Phrase(key: "countermeasure.protected-parameters.caveat"),
        reference: Phrase(key: "countermeasure.protected-parameters.reference"),
        protectsLayers: true,
        protectsAnswers: false
    )
}
