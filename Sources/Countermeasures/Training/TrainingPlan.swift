import Accounting
import Networks

/// How a source model is trained: what a defence in training changes.
public struct TrainingPlan: Sendable {
    /// The network, answering logits.
    public var architecture: Architecture
    /// Epochs, optimiser, batches, regularisation.
    public var recipe: TrainingRecipe
    /// Training records N.
    public let records: Int
    /// What the owner holds besides the training records, and an adversary who adapts, too; nil without.
    public let reference: ReferenceRecords?
    /// Whose each training record is (N); nil where nobody says.
    public let persons: [String]?
    /// Whether the adversary knows whose the records are that shadow models are trained on.
    public let adversaryKnowsPersons: Bool
    /// What the run has of differential privacy; nil without.
    public var privacy: PrivacyStatement?

    /// Describes a training run.
    public init(
        architecture: Architecture,
        recipe: TrainingRecipe,
        records: Int,
        reference: ReferenceRecords? = nil,
        persons: [String]? = nil,
        adversaryKnowsPersons: Bool = false
    ) {
        self.architecture = architecture
        self.recipe = recipe
        self.records = records
        self.reference = reference
        self.persons = persons
        self.adversaryKnowsPersons = adversaryKnowsPersons
    }

    /// The plan with reference records in it.
    ///
    /// - Parameters:
    ///   - use: what is done with them.
    ///   - id: the countermeasure that asks for them.
    /// - Throws: `CountermeasureError.notApplicable` where there are none.
    func using(_ use: ReferenceTraining.Use, for id: String) throws(CountermeasureError) -> TrainingPlan {
        guard let reference, reference.count > 0 else {
            throw CountermeasureError(
                .notApplicable,
                "the manifest names no records besides the members, which this countermeasure needs (`data.reference`)",
                remedy: "Name records like the members, and none of them, under `data.reference`, or leave `\(id)` out."
            )
        }
        var plan = self
        plan.recipe.reference = ReferenceTraining(use, reference)
        return plan
    }
}
