import ShadowModels

/// What a manifest may change about attacks by thresholds (`adversary.thresholdRule`), LiRA (`adversary.lira`), RMIA
/// (`adversary.rmia`), Stolen Memories (`adversary.stolenMemories`) and attacks by labels alone (`adversary.labelOnly`).
public struct ScoringSettings: Sendable, Hashable {
    /// How thresholds are chosen, but for `transmia-entropy`, whose paper says how.
    public var thresholdRule: ThresholdRule
    /// Whose spread LiRA takes.
    public var variance: LikelihoodVariance
    /// γ of RMIA, at least 1 (Zarifzadeh et al. 2024: 2).
    public var gamma: Double
    /// a of offline RMIA, in [0, 1] (Zarifzadeh et al. 2024: 0.3).
    public var offlineScale: Double
    /// T of RMIA's confidences, positive.
    public var temperature: Double
    /// Share of right calls that Stolen Memories has to be sure of, above 0 and below 1.
    public var precision: Double
    /// Labels that `label-noise` asks for per record at most, from 5.
    public var noiseQueries: Int
    /// Labels that `label-boundary` asks for per record at most, from 20.
    public var boundaryQueries: Int

    /// The papers' values, or others.
    public init(
        thresholdRule: ThresholdRule = .balanced,
        variance: LikelihoodVariance = .automatic,
        gamma: Double = 2,
        offlineScale: Double = 0.3,
        temperature: Double = 2,
        precision: Double = 0.9,
        noiseQueries: Int = NoiseObserver.usualQueries,
        boundaryQueries: Int = BoundaryObserver.usualQueries
    ) {
        self.thresholdRule = thresholdRule
        self.variance = variance
        self.gamma = gamma
        self.offlineScale = offlineScale
        self.temperature = temperature
        self.precision = precision
        self.noiseQueries = noiseQueries
        self.boundaryQueries = boundaryQueries
    }
}
