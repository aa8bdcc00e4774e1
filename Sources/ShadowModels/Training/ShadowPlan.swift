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

    /// Of how many models trained on part of N audited records each record would be in the training set, on average.
    public func known(audited: Int) -> Double {
        audited > 0 ? Double(models * OnlineDraw.share(size: sizes.last ?? 0, audited: audited)) / Double(audited) : 0
    }

    /// Whether there are references for the online attacks: enough of them, and enough that know a record.
    public func hasOnlineReferences(audited: Int) -> Bool {
        models >= ReferenceSignals.fewestModels && known(audited: audited) >= ReferenceSignals.leastKnown
    }
}
