extension Countermeasure {
    /// Protection of the transferred parameters at the recipient.
    public static let protectedParameters = Countermeasure(
        id: "protected-parameters",
        title: "Have the recipient protect the transferred parameters",
        kind: .recipient,
        heading: "Security of the shared layers (Art. 32 GDPR)",
        sentence:
            "Bind the recipient by contract and technique (access control, encryption at rest, no onward transfer) to "
            + "keep the parameters themselves from third parties: the attack needs them, not the recipient's service.",
        caveat: "Lowers how likely the attack is, not how well it works once the layers are out.",
        reference: "Hidano, Murakami, Kawamoto 2020, section 5.5",
        protectsLayers: true,
        protectsAnswers: false
    )
}
