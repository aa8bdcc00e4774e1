import Networks
import Tensors

extension TrainingRecipe {
    /// The recipe for heads that are trained over stored features, with the same features of its reference records.
    ///
    /// Whose record a feature comes from is not kept: where persons are protected, noise and clipping are the same, record
    /// by record.
    ///
    /// - Parameter features: what the layers make of records, (N, …).
    /// - Throws: what computing features throws.
    func overFeatures(_ features: (RecordBatches) throws -> TensorValues) rethrows -> TrainingRecipe {
        var recipe = self
        recipe.privacy?.protectsPersons = false
        if let records = recipe.reference?.reference.records {
            recipe.reference?.reference.records = RecordBatches(try features(records))
        }
        return recipe
    }
}
