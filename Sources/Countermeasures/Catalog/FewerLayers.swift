import AuditCore

extension Countermeasure {
    /// Sharing fewer layers.
    public static let fewerLayers = Countermeasure(
        id: "fewer-layers",
        title: Phrase(key: "countermeasure.fewer-layers.title"),
        kind: .layers,
        heading: Phrase(key: "countermeasure.fewer-layers.heading"),
        sentence: Phrase(key: "countermeasure.fewer-layers.sentence"),
        caveat: Phrase(key: "countermeasure.fewer-layers.caveat"),
        reference: Phrase(key: "countermeasure.fewer-layers.reference"),
        protectsLayers: true,
        protectsAnswers: false
    )
}
