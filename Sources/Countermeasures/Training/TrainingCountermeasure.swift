import Networks

/// A defence that changes how the source model is trained.
///
/// The adversary adapts: shadow models are trained with the same change, as far as what they train knows it (heads over
/// features cannot be trained on shifted images).
public protocol TrainingCountermeasure: Countermeasure {
    /// A defence with these numbers.
    init(_ settings: CountermeasureSettings)

    /// The plan with the defence in it.
    ///
    /// - Throws: `CountermeasureError.notApplicable` where the network has nothing to change.
    func hardened(_ plan: TrainingPlan) throws(CountermeasureError) -> TrainingPlan

    /// How the adversary trains shadow models, who knows how the source model was.
    ///
    /// - Parameters:
    ///   - shadow: how it would without the defence.
    ///   - plan: the source model's training with the defence.
    func adapted(_ shadow: TrainingRecipe, to plan: TrainingPlan) -> TrainingRecipe
}

extension TrainingCountermeasure {
    /// The same change of the adversary's own recipe.
    public func adapted(_ shadow: TrainingRecipe, to plan: TrainingPlan) -> TrainingRecipe {
        let own = TrainingPlan(
            architecture: plan.architecture,
            recipe: shadow,
            records: plan.records,
            reference: plan.reference
        )
        return (try? hardened(own).recipe) ?? shadow
    }
}
