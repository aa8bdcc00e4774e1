/// What the manifest may change about attacks.
public struct AttackParameters: Sendable, Hashable {
    /// Passes over the shadow records (paper, section 5.2: 50).
    public var epochs: Int
    /// Records per step.
    public var batchSize: Int
    /// Adam's learning rate.
    public var learningRate: Double
    /// L2 penalty of the attack networks.
    ///
    /// Heads trained over fixed features answer almost the same for a record in every shadow model, so an unpenalised
    /// network learns records instead of membership and fails on the source model.
    public var weightDecay: Double
    /// How attacks by thresholds and by reference models decide.
    public var scoring: ScoringSettings

    /// The defaults, or other values.
    public init(
        epochs: Int = 50,
        batchSize: Int = 32,
        learningRate: Double = 0.001,
        weightDecay: Double = 0.015,
        scoring: ScoringSettings = ScoringSettings()
    ) {
        self.epochs = epochs
        self.batchSize = batchSize
        self.learningRate = learningRate
        self.weightDecay = weightDecay
        self.scoring = scoring
    }
}
