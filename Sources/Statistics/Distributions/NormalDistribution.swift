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

    /// The logarithm of the probability above z for the standard normal distribution, log(1 − Φ(z)), exact in both tails.
    ///
    /// - Parameter z: any number but NaN.
    /// - Returns: the natural logarithm, on [−∞, 0].
    public static func logUpperTail(_ z: Double) -> Double {
        if z < 0 { return log1p(-standardCDF(z)) }
        if z < 30 { return log(0.5 * erfc(z / 2.0.squareRoot())) }
        guard z < .infinity else { return -.infinity }
        // Abramowitz and Stegun, 26.2.12; the next term is below 1e-14 here.
        let u = 1 / (z * z)
        let series = 1 - u * (1 - u * (3 - u * (15 - u * (105 - u * 945))))
        return -0.5 * z * z - 0.5 * log(2 * Double.pi) - log(z) + log(series)
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
