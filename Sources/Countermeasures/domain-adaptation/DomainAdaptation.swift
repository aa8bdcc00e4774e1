import Networks

/// Learning the task from related records, in features in which the members look the same (DAMIA: Huang et al. 2020).
public struct DomainAdaptation: TrainingCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "domain-adaptation",
        kind: .training,
        heading: .regularisation,
        protectsLayers: true,
        protectsAnswers: true,
        parameters: [CountermeasureParameter("weight", 1, in: 0.001...1000)]
    )

    private let settings: CountermeasureSettings

    /// λ, what the distance between the features of members and of reference records counts.
    public init(_ settings: CountermeasureSettings) { self.settings = settings }

    /// The plan with reference records as the source domain, and members, without their labels, as the target domain.
    public func hardened(_ plan: TrainingPlan) throws(CountermeasureError) -> TrainingPlan {
        guard !plan.architecture.cuts.isEmpty else {
            throw CountermeasureError(
                .notApplicable,
                "the network has no place before its answer at which one tensor holds the features of a record",
                remedy: "Leave `domain-adaptation` out for this model."
            )
        }
        return try plan.using(.alignment(weight: settings["weight"]), for: settings.id)
    }
}
