/// Keeping the transferred parameters from third parties after they left.
public struct ProtectedParameters: Countermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "protected-parameters",
        kind: .recipient,
        heading: .security,
        protectsLayers: true,
        protectsAnswers: false
    )
}
