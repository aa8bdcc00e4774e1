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
    /// How attacks by a threshold choose it, but for `transmia-entropy`, whose paper says how.
    public var thresholdRule: ThresholdRule
    /// Whether LiRA takes one variance for all records or one for each.
    public var variance: LikelihoodVariance
    /// γ of RMIA, at least 1 (Zarifzadeh et al. 2024: 2).
    public var gamma: Double
    /// a of offline RMIA, in [0, 1] (Zarifzadeh et al. 2024: 0.3).
    public var offlineScale: Double

    /// The defaults, or other values.
    public init(
        epochs: Int = 50,
        batchSize: Int = 32,
        learningRate: Double = 0.001,
        weightDecay: Double = 0.015,
        thresholdRule: ThresholdRule = .balanced,
        variance: LikelihoodVariance = .automatic,
        gamma: Double = 2,
        offlineScale: Double = 0.3
    ) {
        self.epochs = epochs
        self.batchSize = batchSize
        self.learningRate = learningRate
        self.weightDecay = weightDecay
        self.thresholdRule = thresholdRule
        self.variance = variance
        self.gamma = gamma
        self.offlineScale = offlineScale
    }
}
