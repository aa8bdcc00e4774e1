import Networks

/// Training against an inference attack that is trained along (Nasr, Shokri, Houmansadr 2018, section 4).
public struct AdversarialRegularisation: TrainingCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "adversarial-regularisation",
        kind: .training,
        heading: .regularisation,
        protectsLayers: true,
        protectsAnswers: true,
        parameters: [
            CountermeasureParameter("weight", 3, in: 0.001...1000),
            CountermeasureParameter("steps", 5, in: 1...1000, isWhole: true),
        ]
    )

    private let settings: CountermeasureSettings

    /// λ, what the attack's gain counts, and k, the attack's steps for each of the model's.
    public init(_ settings: CountermeasureSettings) { self.settings = settings }

    /// The plan with the game in it.
    public func hardened(_ plan: TrainingPlan) throws(CountermeasureError) -> TrainingPlan {
        let use = ReferenceTraining.Use.adversarial(weight: settings["weight"], steps: settings.whole("steps"))
        return try plan.using(use, for: settings.id)
    }
}
