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
    /// Processor time spent, in core-seconds.
    public let coreSeconds: Double

    /// Collects the answers of c_shadow shadow models.
    public init(approach: Approach, size: Int, repeatIndex: Int, models: [ShadowAnswers], coreSeconds: Double) {
        self.approach = approach
        self.size = size
        self.repeatIndex = repeatIndex
        self.models = models
        self.coreSeconds = coreSeconds
    }
}
