/// Training towards targets that leave every class a share.
public struct LabelSmoothing: TrainingCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "label-smoothing",
        kind: .training,
        heading: .regularisation,
        protectsLayers: true,
        protectsAnswers: true,
        parameters: [CountermeasureParameter("share", 0.1, in: 0.001...0.9)]
    )

    private let share: Double

    /// A share of each target for all classes together.
    public init(_ settings: CountermeasureSettings) { share = settings["share"] }

    /// The plan with smoothed targets.
    public func hardened(_ plan: TrainingPlan) -> TrainingPlan {
        var plan = plan
        plan.recipe.regularisation.labelSmoothing = share
        return plan
    }
}
