/// Training with a stronger L2 penalty.
public struct WeightDecay: TrainingCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "l2",
        kind: .training,
        heading: .regularisation,
        protectsLayers: true,
        protectsAnswers: true,
        parameters: [CountermeasureParameter("weightDecay", 0.005, in: 0...1)]
    )

    private let weightDecay: Double

    /// A penalty λ, added to the gradient as λ·θ.
    public init(_ settings: CountermeasureSettings) { weightDecay = settings["weightDecay"] }

    /// The plan with that penalty in place of its own.
    public func hardened(_ plan: TrainingPlan) -> TrainingPlan {
        var plan = plan
        plan.recipe.weightDecay = weightDecay
        return plan
    }
}
