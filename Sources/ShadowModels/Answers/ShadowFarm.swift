import AuditCore

/// The shadow models trained under one approach, size and repeat, as their answers.
public struct ShadowFarm: Sendable {
    /// How they used the transferred layers.
    public let approach: Approach
    /// Records per shadow training set n.
    public let size: Int
    /// Which repeat, from 0.
    public let repeatIndex: Int
    /// One entry per shadow model (c_shadow).
    public let models: [ShadowAnswers]
    /// Processor time that training took, in core-seconds, also where it was long ago.
    public let coreSeconds: Double
    /// How many of the models come from a shadow store.
    public let reused: Int

    /// Collects the answers of c_shadow shadow models.
    public init(
        approach: Approach,
        size: Int,
        repeatIndex: Int,
        models: [ShadowAnswers],
        coreSeconds: Double,
        reused: Int = 0
    ) {
        self.approach = approach
        self.size = size
        self.repeatIndex = repeatIndex
        self.models = models
        self.coreSeconds = coreSeconds
        self.reused = reused
    }
}
