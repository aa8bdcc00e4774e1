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
    /// What the run has of differential privacy; nil without.
    public var privacy: PrivacyStatement?

    /// Describes a training run.
    public init(architecture: Architecture, recipe: TrainingRecipe, records: Int) {
        self.architecture = architecture
        self.recipe = recipe
        self.records = records
    }
}
