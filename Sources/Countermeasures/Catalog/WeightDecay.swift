extension Countermeasure {
    /// L2 regularisation.
    public static let weightDecay = Countermeasure(
        id: "l2",
        title: "Train with stronger L2 regularisation",
        kind: .training,
        heading: "Regularisation",
        sentence:
            "Penalise large weights while the source model is trained, so that it fits its members less closely than "
            + "its task needs.",
        caveat: "No bound on leakage: audit again after it.",
        reference: "Shokri et al. 2017, section VIII; Hidano, Murakami, Kawamoto 2020, section 5.5",
        protectsLayers: true,
        protectsAnswers: true
    )
}
