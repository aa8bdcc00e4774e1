import Networks

/// A farm with what its training used and left.
public struct TrainedFarm: Sendable {
    /// The shadow models' answers.
    public let farm: ShadowFarm
    /// The draw of each shadow model.
    public let draws: [ShadowDraw]
    /// The weights of each shadow model, where they were kept.
    public let weights: [Weights]
    /// The weights of each shadow model at the points of its training that were asked for; none where nobody asked.
    public let checkpoints: [[Weights]]
    /// The shadow models as references for single records, where they were asked for.
    public let references: [ReferenceModel]

    /// Collects a farm.
    public init(
        farm: ShadowFarm,
        draws: [ShadowDraw],
        weights: [Weights],
        checkpoints: [[Weights]] = [],
        references: [ReferenceModel] = []
    ) {
        self.farm = farm
        self.draws = draws
        self.weights = weights
        self.checkpoints = checkpoints
        self.references = references
    }
}
