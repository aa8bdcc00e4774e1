import Networks

/// How a source model is trained: what a defence in training changes.
public struct TrainingPlan: Sendable {
    /// The network, answering logits.
    public var architecture: Architecture
    /// Epochs, optimiser, batches, regularisation.
    public var recipe: TrainingRecipe

    /// Describes a training run.
    public init(architecture: Architecture, recipe: TrainingRecipe) {
        self.architecture = architecture
        self.recipe = recipe
    }
}
