import Foundation

/// DP-SGD as its accountants see it: T times the Poisson-subsampled Gaussian mechanism (Abadi et al. 2016, algorithm 1).
///
/// Each step takes every record with probability q, sums their gradients, clipped to norm C, and adds normal noise of
/// standard deviation σC to every coordinate.
public struct SubsampledGaussian: Sendable, Hashable {
    /// N, the records trained on, from 1.
    public let records: Int
    /// B, the expected records of a batch, in 1…N.
    public let batch: Int
    /// σ, the noise multiplier: standard deviation of the noise per clipping norm, above 0.
    public let noise: Double
    /// E, how often each record is expected to be taken, above 0.
    public let epochs: Double
    /// T = ⌈E·N / B⌉, from 1.
    public let steps: Int

    /// The most steps that are accounted.
    public static let mostSteps = 1_000_000_000

    /// Describes a run.
    ///
    /// - Throws: `AccountingError.outOfRange`, naming the parameter.
    public init(records: Int, batch: Int, noise: Double, epochs: Double) throws(AccountingError) {
        guard records >= 1 else { throw .range("records", takes: "a whole number from 1") }
        guard (1...records).contains(batch) else {
            throw .range("batch", takes: "a whole number from 1 to the number of records, \(records)")
        }
        guard noise > 0, noise.isFinite else { throw .range("noise", takes: "a number above 0, such as 1.1") }
        guard epochs > 0, epochs.isFinite else { throw .range("epochs", takes: "a number above 0, such as 60") }
        // A product that is whole on paper can lie a rounding error above: it is not one step more.
        let exact = epochs * Double(records) / Double(batch)
        let steps = max(1, (exact * (1 - 4 * .ulpOfOne)).rounded(.up))
        guard steps <= Double(Self.mostSteps) else {
            throw .range("epochs", takes: "a number that makes at most \(Self.mostSteps) steps")
        }
        self.records = records
        self.batch = batch
        self.noise = noise
        self.epochs = epochs
        self.steps = Int(steps)
    }

    /// q = B / N, the probability with which a step takes a record, in (0, 1].
    public var samplingRate: Double { Double(batch) / Double(records) }

    /// The same run with other noise.
    ///
    /// - Throws: `AccountingError.outOfRange` for noise that is not a number above 0.
    public func with(noise: Double) throws(AccountingError) -> SubsampledGaussian {
        try SubsampledGaussian(records: records, batch: batch, noise: noise, epochs: epochs)
    }

    /// The privacy loss log(P / Q) of one step's answer z, P = (1 − q) N(0, σ²) + q N(1, σ²), Q = N(0, σ²).
    ///
    /// It is log(1 − q + q e^w) with w = (2z − 1) / 2σ², and rises with z.
    func loss(at z: Double) -> Double {
        let (q, w) = (samplingRate, (2 * z - 1) / (2 * noise * noise))
        if q == 1 { return w }
        return w < 1 ? log1p(q * expm1(w)) : w + log(q + (1 - q) * exp(-w))
    }

    /// The answer z with a given privacy loss; −∞ for losses at or below log(1 − q), the smallest there is.
    func answer(withLoss loss: Double) -> Double {
        let q = samplingRate
        if q == 1 { return 0.5 + noise * noise * loss }
        let w = loss < 1 ? log1p(expm1(loss) / q) : loss - log(q) + log1p(-(1 - q) * exp(-loss))
        return w.isNaN ? -.infinity : 0.5 + noise * noise * w
    }
}
