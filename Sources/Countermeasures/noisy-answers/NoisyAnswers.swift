/// Noise on the answers, which does not help here.
public struct NoisyAnswers: Countermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "noisy-answers",
        kind: .answers,
        heading: .output,
        protectsLayers: false,
        protectsAnswers: true
    )
}
