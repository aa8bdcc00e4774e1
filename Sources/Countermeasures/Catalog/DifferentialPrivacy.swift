extension Countermeasure {
    /// Training with differential privacy.
    public static let differentialPrivacy = Countermeasure(
        id: "differential-privacy",
        title: "Train the source model with differential privacy (DP-SGD)",
        kind: .training,
        heading: "Differential privacy",
        sentence:
            "Clip each record's gradient and add noise while the source model is trained: the only measure with a "
            + "bound on what any adversary can learn, and one that holds for every layer derived from the model.",
        caveat:
            "Costs accuracy, most on small data sets; the bound is as good as its ε, so state ε and δ. Sharing fewer "
            + "layers does not make a given ε smaller.",
        reference: "Abadi et al. 2016; Hidano, Murakami, Kawamoto 2020, section 5.5",
        protectsLayers: true,
        protectsAnswers: true
    )
}
