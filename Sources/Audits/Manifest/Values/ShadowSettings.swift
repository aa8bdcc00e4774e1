import Networks

/// How many shadow models of which sizes are trained under one approach, and how.
public struct ShadowSettings: Sendable, Hashable {
    /// Shadow models per size and repeat (c_shadow), at least 1.
    public var models: Int
    /// Records per shadow training set, ascending.
    public var sizes: [Int]
    /// Whether the manifest names the sizes; a profile's sizes may be dropped when the data are fewer.
    public var sizesAreExplicit: Bool
    /// Repeats with fresh draws, at least 1.
    public var repeats: Int
    /// How each shadow model is trained.
    public var training: TrainingRecipe
}
