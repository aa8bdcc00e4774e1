import Foundation

/// Loader's saddle-point pieces of the binomial density ("Fast and Accurate Computation of Binomial Probabilities",
/// 2000), which keep their relative accuracy where differences of log-gamma values lose theirs.
enum SaddlePoint {
    /// δ(n) = log Γ(n + 1) − (n + ½) log n + n − ½ log 2π, the error of Stirling's formula, for n > 0.
    static func stirlingError(_ n: Double) -> Double {
        guard n > 16 else {
            return lgamma(n + 1) - (n + 0.5) * log(n) + n - 0.5 * log(2 * Double.pi)
        }
        let square = n * n
        let tail = 1.0 / 1680 - (1.0 / 1188 - 691.0 / 360360 / square) / square
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - tail / square) / square) / square) / n
    }

    /// D(a; m) = a log(a / m) + m − a, the deviance of a count a from its mean m; `logRatio` is log(a / m).
    static func deviance(_ a: Double, mean m: Double, logRatio: Double) -> Double {
        guard abs(a - m) < 0.1 * (a + m) else { return a * logRatio + m - a }
        let v = (a - m) / (a + m)
        var sum = (a - m) * v
        var term = 2 * a * v
        for j in 1..<1000 {
            term *= v * v
            let next = sum + term / Double(2 * j + 1)
            if next == sum { break }
            sum = next
        }
        return sum
    }

    /// log of xᵃ(1 − x)ᵇ / B(a, b), from the logarithms of x and of y = 1 − x.
    static func logBetaKernel(a: Double, b: Double, x: Double, y: Double, logX: Double, logY: Double) -> Double {
        let n = a + b
        let deviances =
            deviance(a, mean: n * x, logRatio: log(a / n) - logX)
            + deviance(b, mean: n * y, logRatio: log(b / n) - logY)
        let stirling = stirlingError(n) - stirlingError(a) - stirlingError(b)
        return stirling - deviances + 0.5 * (log(a) + log(b) - log(n) - log(2 * Double.pi))
    }
}
