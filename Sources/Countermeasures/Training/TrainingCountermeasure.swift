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
}
