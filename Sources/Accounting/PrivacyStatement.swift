import Foundation

/// What can be said of the privacy of a DP-SGD training run, with everything it rests on.
public struct PrivacyStatement: Sendable, Hashable {
    /// When two data sets are neighbours.
    public enum Adjacency: String, Sendable, Hashable {
        /// One is the other without one record.
        case addOrRemoveOne = "add-or-remove-one"
    }

    /// What ε does not say by itself.
    public enum Caveat: String, Sendable, Hashable, CaseIterable {
        /// Batches are assumed to be drawn by Poisson sampling; shuffled or fixed-size batches are not accounted.
        case poissonSampling = "poisson-sampling"
        /// ε is that of the whole model: sharing only some layers is post-processing, under which it holds and stays.
        case postProcessing = "post-processing"
        /// Runs made to choose hyperparameters are not counted.
        case hyperparameterSearch = "hyperparameter-search"
        /// What is protected is one record: a person with several is protected less.
        case unitOfPrivacy = "unit-of-privacy"
        /// δ is not below 1 / N, so that it allows for single records to be published.
        case largeDelta = "large-delta"
    }

    /// The run: N, B, σ, E and the steps.
    public let mechanism: SubsampledGaussian
    /// δ, in (0, 1).
    public let delta: Double
    /// When two data sets are neighbours.
    public let adjacency = Adjacency.addOrRemoveOne
    /// ε by Rényi differential privacy, ≥ 0, and its order.
    public let rdp: RDPAccountant.Bound
    /// ε by privacy loss distributions, ≥ 0; +∞ where none is to be had at this δ.
    public let pld: Double

    /// Accounts a run by both accountants.
    ///
    /// - Parameters:
    ///   - mechanism: the run.
    ///   - delta: δ, in (0, 1).
    /// - Throws: `AccountingError.outOfRange` for δ; `.engine`.
    public init(_ mechanism: SubsampledGaussian, delta: Double) throws(AccountingError) {
        self.mechanism = mechanism
        self.delta = delta
        rdp = try RDPAccountant.epsilon(mechanism, delta: delta)
        pld = try PLDAccountant.epsilon(mechanism, delta: delta)
    }

    /// The smaller of both ε, each of which is an upper bound.
    public var epsilon: Double { min(rdp.epsilon, pld) }

    /// The largest advantage, TPR − FPR, that any membership inference can have: (e^ε − 1 + 2δ) / (e^ε + 1).
    ///
    /// From TPR ≤ e^ε FPR + δ and TNR ≤ e^ε FNR + δ (Kairouz, Oh and Viswanath 2015, theorem 2.1); in [0, 1].
    public var advantageBound: Double { min(1, tanh(epsilon / 2) + 2 * delta / (exp(epsilon) + 1)) }

    /// What the statement has to be read with.
    public var caveats: [Caveat] {
        let isLarge = delta * Double(mechanism.records) >= 1
        return Caveat.allCases.filter { $0 != .largeDelta || isLarge }
    }
}
