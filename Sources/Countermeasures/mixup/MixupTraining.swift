/// Training on weighted sums of pairs of records.
public struct MixupTraining: TrainingCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "mixup",
        kind: .training,
        heading: .regularisation,
        protectsLayers: true,
        protectsAnswers: true,
        parameters: [CountermeasureParameter("alpha", 0.4, in: 0.01...1)]
    )

    private let alpha: Double

    /// α of the Beta(α, α) distribution of the weight.
    public init(_ settings: CountermeasureSettings) { alpha = settings["alpha"] }

    /// The plan with mixed records.
    public func hardened(_ plan: TrainingPlan) -> TrainingPlan {
        var plan = plan
        plan.recipe.regularisation.mixup = alpha
        return plan
    }
}
