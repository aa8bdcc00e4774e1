extension Countermeasure {
    /// Early stopping.
    public static let earlyStopping = Countermeasure(
        id: "early-stopping",
        title: "Stop training earlier",
        kind: .training,
        heading: "Regularisation",
        sentence:
            "Stop when accuracy on held-out records no longer rises: what the model learns after that is mostly its "
            + "members.",
        caveat: "No bound on leakage: audit again after it.",
        reference: "Shokri et al. 2017, section VIII; Song & Mittal 2021, section 4",
        protectsLayers: true,
        protectsAnswers: true
    )
}
