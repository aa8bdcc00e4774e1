import Networks

/// Training on what a teacher says of reference records (distillation for membership privacy: Shejwalkar & Houmansadr 2021).
public struct DistilledTraining: TrainingCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "distillation",
        kind: .training,
        heading: .regularisation,
        protectsLayers: true,
        protectsAnswers: true,
        parameters: [
            CountermeasureParameter("temperature", 4, in: 0.1...100),
            CountermeasureParameter("share", 0.8, in: 0.01...1),
        ]
    )

    private let settings: CountermeasureSettings

    /// The temperature of the teacher's answers, and the share of reference records that is kept: those it is surest of.
    public init(_ settings: CountermeasureSettings) { self.settings = settings }

    /// The plan with a teacher in it: the model that is shared never sees a member.
    public func hardened(_ plan: TrainingPlan) throws(CountermeasureError) -> TrainingPlan {
        let use = ReferenceTraining.Use.distillation(temperature: settings["temperature"], share: settings["share"])
        return try plan.using(use, for: settings.id)
    }
}
