extension Countermeasure {
    /// Dropout.
    public static let dropout = Countermeasure(
        id: "dropout",
        title: "Train with dropout",
        kind: .training,
        heading: "Regularisation",
        sentence:
            "Drop a random share of the units in every training step, so that no unit can rely on single records.",
        caveat: "No bound on leakage: audit again after it.",
        reference: "Salem et al. 2019, section V; Hidano, Murakami, Kawamoto 2020, section 5.5",
        protectsLayers: true,
        protectsAnswers: true
    )
}
