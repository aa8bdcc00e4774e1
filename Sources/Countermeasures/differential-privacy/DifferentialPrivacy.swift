import Networks

/// Training with differential privacy.
public struct DifferentialPrivacy: Countermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "differential-privacy",
        kind: .training,
        heading: .privacy,
        protectsLayers: true,
        protectsAnswers: true
    )
}
