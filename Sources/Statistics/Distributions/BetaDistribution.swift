import Foundation

/// The beta distribution, which carries the Clopper–Pearson bounds.
public enum BetaDistribution {
    /// The largest shape taken: the work grows with its square root, and no count of records comes near it.
    public static let largestShape = 1e10

    /// The probability of a value at or below x, I_x(a, b).
    ///
    /// The regularised incomplete beta function, by the continued fraction of DLMF 8.17.22 with Loader's saddle-point
    /// form of its leading factor; relative error below 1e-10 for shapes up to 1e5.
    ///
    /// - Parameters:
    ///   - x: any number; below 0 gives 0, above 1 gives 1.
    ///   - a: the first shape, positive and at most `largestShape`.
    ///   - b: the second shape, likewise.
    /// - Returns: a probability in [0, 1]; nil for NaN or a shape out of range.
    public static func cdf(_ x: Double, _ a: Double, _ b: Double) -> Double? {
        guard isShape(a), isShape(b), !x.isNaN else { return nil }
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        let tails = IncompleteBeta(a: a, b: b, x: x, y: 1 - x, logX: log(x), logY: log1p(-x))
        return tails.map { exp($0.logLower) }
    }

    /// The value below which the distribution has probability p.
    ///
    /// Newton's method on log I in log(x / (1 − x)), where it is concave, so that every step after the first comes from
    /// below; relative error below 1e-10 for shapes up to 1e5.
    ///
    /// - Parameters:
    ///   - p: a probability in [0, 1].
    ///   - a: the first shape, positive and at most `largestShape`.
    ///   - b: the second shape, likewise.
    /// - Returns: a value in [0, 1]; nil for a p outside [0, 1] or a shape out of range.
    public static func quantile(_ p: Double, _ a: Double, _ b: Double) -> Double? {
        guard isShape(a), isShape(b), p >= 0, p <= 1 else { return nil }
        if p == 0 { return 0 }
        if p == 1 { return 1 }
        return p <= 0.5
            ? logOdds(lowerTail: p, a, b).map(logistic) : logOdds(lowerTail: 1 - p, b, a).map { logistic(-$0) }
    }

    /// The value above which the distribution has probability q, accurate for the smallest q.
    ///
    /// - Returns: a value in [0, 1]; nil as for `quantile`.
    public static func upperQuantile(_ q: Double, _ a: Double, _ b: Double) -> Double? {
        guard isShape(a), isShape(b), q >= 0, q <= 1 else { return nil }
        if q == 0 { return 1 }
        if q == 1 { return 0 }
        return q <= 0.5
            ? logOdds(lowerTail: q, b, a).map { logistic(-$0) } : logOdds(lowerTail: 1 - q, a, b).map(logistic)
    }

    private static func isShape(_ value: Double) -> Bool { value > 0 && value <= largestShape }

    private static func logistic(_ u: Double) -> Double { 1 / (1 + exp(-u)) }

    /// log(x / (1 − x)) at the quantile for p in (0, ½].
    private static func logOdds(lowerTail p: Double, _ a: Double, _ b: Double) -> Double? {
        let target = log(p)
        var u = log(a) - log(b)
        for _ in 0..<200 {
            let (x, y) = (logistic(u), logistic(-u))
            // Below the smallest positive number the quantile is 0 for every purpose.
            guard x > 0, y > 0 else { return u }
            let (logX, logY) = u < 0 ? (u - log1p(exp(u)), -log1p(exp(u))) : (-log1p(exp(-u)), -u - log1p(exp(-u)))
            guard let tails = IncompleteBeta(a: a, b: b, x: x, y: y, logX: logX, logY: logY) else { return nil }
            let step = (target - tails.logLower) * exp(tails.logLower - tails.logKernel)
            guard step.isFinite else { return nil }
            u += step
            // The error left is of the order of the step squared.
            if abs(step) <= 1e-9 { break }
        }
        return u
    }
}
