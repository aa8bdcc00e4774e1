import Attacks

/// What a manifest may change about attacks by thresholds (`adversary.thresholdRule`), LiRA (`adversary.lira`) and RMIA
/// (`adversary.rmia`).
public struct ScoringSettings: Sendable, Hashable {
    /// How thresholds are chosen, but for `transmia-entropy`.
    public var thresholdRule = ThresholdRule.balanced
    /// Whose spread LiRA takes.
    public var variance = LikelihoodVariance.automatic
    /// γ of RMIA, at least 1.
    public var gamma = 2.0
    /// a of offline RMIA, in [0, 1].
    public var offlineScale = 0.3
    /// T of RMIA's confidences, positive.
    public var temperature = 2.0

    /// The papers' values.
    public init() {}
}
