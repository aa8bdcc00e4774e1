extension Countermeasure {
    /// Sharing fewer layers.
    public static let fewerLayers = Countermeasure(
        id: "fewer-layers",
        title: "Share fewer layers",
        kind: .layers,
        heading: "Data minimisation (Art. 5(1)(c) and 25(1) GDPR)",
        sentence:
            "Cut the model earlier: what is not shared cannot help an adversary, and earlier layers depend less on "
            + "single training records.",
        caveat: "The recipient has more to train; audit the earlier cut before sharing it.",
        reference: "Hidano, Murakami, Kawamoto 2020, section 5.5; Yosinski et al. 2014",
        protectsLayers: true,
        protectsAnswers: false
    )
}
