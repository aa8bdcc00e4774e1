import Networks

/// Training with dropout before the last dense layer.
public struct DropoutTraining: TrainingCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "dropout",
        kind: .training,
        heading: .regularisation,
        protectsLayers: true,
        protectsAnswers: true,
        parameters: [CountermeasureParameter("rate", 0.5, in: 0.01...0.95)]
    )

    private let rate: Double

    /// Dropping a share of the values.
    public init(_ settings: CountermeasureSettings) { rate = settings["rate"] }

    /// The plan with a dropout of that rate before the layer that answers; where one stands there, with that rate.
    public func hardened(_ plan: TrainingPlan) throws(CountermeasureError) -> TrainingPlan {
        guard let architecture = plan.architecture.droppingBeforeAnswer(rate: rate) else {
            throw CountermeasureError(
                .notApplicable,
                "the network's answer does not come from a dense layer, so that nothing can be dropped before it",
                remedy: "Leave `dropout` out for this model."
            )
        }
        var plan = plan
        plan.architecture = architecture
        return plan
    }
}
