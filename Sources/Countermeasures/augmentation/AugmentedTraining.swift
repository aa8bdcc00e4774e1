import Networks

/// Training on shifted and mirrored images.
public struct AugmentedTraining: TrainingCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "augmentation",
        kind: .training,
        heading: .regularisation,
        protectsLayers: true,
        protectsAnswers: true,
        parameters: [
            CountermeasureParameter("pixels", 2, in: 0...64, isWhole: true),
            CountermeasureParameter("mirrored", 1, in: 0...1, isWhole: true),
        ]
    )

    private let augmentation: Augmentation

    /// The largest shift, and whether every second image is mirrored (1) or none is (0).
    public init(_ settings: CountermeasureSettings) {
        augmentation = Augmentation(pixels: settings.whole("pixels"), isMirrored: settings["mirrored"] == 1)
    }

    /// The plan with changed images.
    public func hardened(_ plan: TrainingPlan) throws(CountermeasureError) -> TrainingPlan {
        guard ImageShape(plan.architecture.inputShape) != nil else {
            throw CountermeasureError(
                .notApplicable,
                "the model takes records of the shape \(plan.architecture.inputShape), which are no images",
                remedy: "Leave `augmentation` out for this model; `mixup` works on any records."
            )
        }
        var plan = plan
        plan.recipe.regularisation.augmentation = augmentation
        return plan
    }
}
