import AuditCore
import Networks

/// Which shadow models are trained under one approach.
public struct ShadowPlan: Sendable, Hashable {
    /// How they use the transferred layers.
    public let approach: Approach
    /// Records per shadow training set.
    public let sizes: [Int]
    /// Repeats with fresh draws.
    public let repeats: Int
    /// Shadow models per size and repeat (c_shadow).
    public let models: Int
    /// How they are trained.
    public let recipe: TrainingRecipe

    /// Plans the shadow models of one approach.
    public init(approach: Approach, sizes: [Int], repeats: Int, models: Int, recipe: TrainingRecipe) {
        self.approach = approach
        self.sizes = sizes
        self.repeats = repeats
        self.models = models
        self.recipe = recipe
    }
}
