import Foundation

/// The normal distribution.
public enum NormalDistribution {
    /// The probability of a value at or below x, Φ((x − μ) / σ).
    ///
    /// - Parameters:
    ///   - x: any number, ±∞ included.
    ///   - mean: μ, finite.
    ///   - standardDeviation: σ, positive and finite.
    /// - Returns: a probability in [0, 1]; nil for NaN or a σ that is not positive and finite.
    public static func cdf(_ x: Double, mean: Double = 0, standardDeviation: Double = 1) -> Double? {
        guard let z = standardised(x, mean, standardDeviation) else { return nil }
        return standardCDF(z)
    }

    /// The value below which the distribution has probability p, μ + σ Φ⁻¹(p).
    ///
    /// - Parameters:
    ///   - p: a probability in [0, 1]; 0 gives −∞ and 1 gives +∞.
    ///   - mean: μ, finite.
    ///   - standardDeviation: σ, positive and finite.
    /// - Returns: the quantile; nil for a p outside [0, 1] or a σ that is not positive and finite.
    public static func quantile(_ p: Double, mean: Double = 0, standardDeviation: Double = 1) -> Double? {
        guard p >= 0, p <= 1, standardised(0, mean, standardDeviation) != nil else { return nil }
        return mean + standardDeviation * standardQuantile(p)
    }

    /// The logarithm of the density, −½((x − μ) / σ)² − log σ − ½ log 2π.
    ///
    /// - Parameters:
    ///   - x: any number; ±∞ gives −∞.
    ///   - mean: μ, finite.
    ///   - standardDeviation: σ, positive and finite.
    /// - Returns: the natural logarithm of the density; nil for NaN or a σ that is not positive and finite.
    public static func logDensity(_ x: Double, mean: Double = 0, standardDeviation: Double = 1) -> Double? {
        guard let z = standardised(x, mean, standardDeviation) else { return nil }
        return -0.5 * z * z - log(standardDeviation) - 0.5 * log(2 * Double.pi)
    }

    private static func standardised(_ x: Double, _ mean: Double, _ standardDeviation: Double) -> Double? {
        guard !x.isNaN, mean.isFinite, standardDeviation > 0, standardDeviation.isFinite else { return nil }
        return (x - mean) / standardDeviation
    }

    private static func standardCDF(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

    private static func standardQuantile(_ p: Double) -> Double {
        if p == 0 { return -.infinity }
        if p == 1 { return .infinity }
        if abs(p - 0.5) < 0.25 { return centralQuantile(p - 0.5) }
        return p < 0.5 ? tailQuantile(p) : -tailQuantile(1 - p)
    }

    /// Newton's method on ½ erf(z / √2) = q, which keeps the relative accuracy of quantiles near 0.
    private static func centralQuantile(_ q: Double) -> Double {
        var z = q * (2 * Double.pi).squareRoot()
        for _ in 0..<50 {
            let step = (q - 0.5 * erf(z / 2.0.squareRoot())) * (2 * Double.pi).squareRoot() * exp(0.5 * z * z)
            z += step
            if abs(step) <= 1e-16 * abs(z) { break }
        }
        return z
    }

    /// Newton's method on log Φ(z) = log p, which is concave, from the left.
    private static func tailQuantile(_ p: Double) -> Double {
        var z = -(-2 * log(p)).squareRoot()
        for _ in 0..<100 {
            let reached = standardCDF(z)
            guard reached > 0 else { break }
            let density = exp(-0.5 * z * z) / (2 * Double.pi).squareRoot()
            let step = (log(p) - log(reached)) * reached / density
            guard step.isFinite else { break }
            z += step
            if abs(step) <= 1e-15 * abs(z) { break }
        }
        return z
    }
}
