extension Countermeasure {
    /// Noise on the answers, which does not help here.
    public static let noisyAnswers = Countermeasure(
        id: "noisy-answers",
        title: "Noise on, or rounding of, the confidence vectors",
        kind: .answers,
        heading: "Measures on the output",
        sentence: "Changes what the interface answers, and can weaken attacks that only query the source model.",
        caveat:
            "Cannot protect the transferred layers: their parameters leave as they are, and no change of a confidence "
            + "vector applies to them.",
        reference: "Jia et al. 2019 (MemGuard); Hidano, Murakami, Kawamoto 2020, section 5.5",
        protectsLayers: false,
        protectsAnswers: true
    )
}
