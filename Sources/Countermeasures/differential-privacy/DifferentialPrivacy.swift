import Accounting
import Networks

/// Training with differential privacy (DP-SGD, Abadi et al. 2016, algorithm 1).
public struct DifferentialPrivacy: TrainingCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "differential-privacy",
        kind: .training,
        heading: .privacy,
        protectsLayers: true,
        protectsAnswers: true,
        parameters: [
            CountermeasureParameter("epsilon", 3, in: 0.01...1000),
            CountermeasureParameter("delta", 1e-5, in: 1e-12...0.1),
            CountermeasureParameter("clip", 1, in: 1e-6...1e6),
            CountermeasureParameter("epochs", 20, in: 1...100_000, isWhole: true),
            CountermeasureParameter("batchSize", 256, in: 1...1_000_000, isWhole: true),
            CountermeasureParameter("persons", 0, in: 0...1, isWhole: true),
            CountermeasureParameter("contributions", 4, in: 1...10_000, isWhole: true),
        ]
    )

    private let settings: CountermeasureSettings

    /// ε and δ that are not exceeded, the clipping bound, how long and in which batches (on average) is trained, whether a
    /// person with all records is protected (1) or a record (0), and how many of a person's records a step takes at most.
    public init(_ settings: CountermeasureSettings) { self.settings = settings }

    /// The plan with clipping, with the noise that the ε takes, and with group normalisations for batch normalisations,
    /// which would let records see each other. Where persons are protected, N and the batches count persons.
    public func hardened(_ plan: TrainingPlan) throws(CountermeasureError) -> TrainingPlan {
        let units = try units(plan)
        var plan = plan
        let batch = min(settings.whole("batchSize"), max(1, units))
        do {
            let mechanism = try NoiseCalibration.run(
                epsilon: settings["epsilon"],
                delta: settings["delta"],
                records: units,
                batch: batch,
                epochs: settings["epochs"],
                accountant: .pld
            )
            plan.privacy = try PrivacyStatement(mechanism, delta: settings["delta"])
            plan.recipe.privacy = PrivacySettings(
                noiseMultiplier: mechanism.noise,
                clippingBound: settings["clip"],
                mostRecordsPerPerson: settings.whole("contributions"),
                protectsPersons: protectsPersons
            )
        } catch {
            throw CountermeasureError(error)
        }
        plan.recipe.epochs = settings.whole("epochs")
        plan.recipe.batchSize = batch
        plan.recipe.regularisation = .none
        plan.architecture = plan.architecture.withGroupNormalisation().architecture
        return plan
    }

    private var protectsPersons: Bool { settings["persons"] == 1 }

    /// N: the persons, or the records.
    private func units(_ plan: TrainingPlan) throws(CountermeasureError) -> Int {
        guard protectsPersons else { return plan.records }
        guard let persons = plan.persons else {
            throw CountermeasureError(
                .notApplicable,
                "nobody says whose record each member is (`data.members.subject`), so that persons cannot be protected",
                remedy: "Name `subject` of the members, or protect records (`persons: 0`)."
            )
        }
        return Set(persons).count
    }

    /// The adversary's own batches and epochs, with the noise and the clipping of the source model; record by record where
    /// the adversary does not know whose the records are.
    public func adapted(_ shadow: TrainingRecipe, to plan: TrainingPlan) -> TrainingRecipe {
        var shadow = shadow
        shadow.privacy = plan.recipe.privacy
        if !plan.adversaryKnowsPersons { shadow.privacy?.protectsPersons = false }
        shadow.regularisation = .none
        return shadow
    }
}
