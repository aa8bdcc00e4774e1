import Networks

/// Ending the training when held-back records are no longer answered better.
public struct EarlyStoppedTraining: TrainingCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "early-stopping",
        kind: .training,
        heading: .regularisation,
        protectsLayers: true,
        protectsAnswers: true,
        parameters: [
            CountermeasureParameter("share", 0.1, in: 0.01...0.5),
            CountermeasureParameter("patience", 5, in: 1...10_000, isWhole: true),
        ]
    )

    private let stopping: EarlyStopping

    /// A share of the members held back, and a patience in epochs.
    public init(_ settings: CountermeasureSettings) {
        stopping = EarlyStopping(share: settings["share"], patience: settings.whole("patience"))
    }

    /// The plan with the earlier end.
    public func hardened(_ plan: TrainingPlan) -> TrainingPlan {
        var plan = plan
        plan.recipe.regularisation.earlyStopping = stopping
        return plan
    }
}
