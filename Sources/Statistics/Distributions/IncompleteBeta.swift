import Foundation

/// Both tails of the regularised incomplete beta function at one point, as logarithms.
struct IncompleteBeta {
    /// log I_x(a, b).
    let logLower: Double
    /// log(1 − I_x(a, b)).
    let logUpper: Double
    /// log of xᵃ(1 − x)ᵇ / B(a, b), the derivative of I with respect to log(x / (1 − x)).
    let logKernel: Double

    /// The tails at x with y = 1 − x, or nil where the continued fraction does not converge (shapes beyond about 1e11).
    init?(a: Double, b: Double, x: Double, y: Double, logX: Double, logY: Double) {
        logKernel = SaddlePoint.logBetaKernel(a: a, b: b, x: x, y: y, logX: logX, logY: logY)
        // The fraction converges fast on the side of the mean where its own tail is the small one.
        if x <= (a + 1) / (a + b + 2) {
            guard let fraction = Self.fraction(a: a, b: b, x: x) else { return nil }
            logLower = min(0, logKernel + log(fraction) - log(a))
            logUpper = Self.logComplement(logLower)
        } else {
            guard let fraction = Self.fraction(a: b, b: a, x: y) else { return nil }
            logUpper = min(0, logKernel + log(fraction) - log(b))
            logLower = Self.logComplement(logUpper)
        }
    }

    /// log(1 − eᵗ) for t ≤ 0.
    private static func logComplement(_ t: Double) -> Double {
        t > -0.6931471805599453 ? log(-expm1(t)) : log1p(-exp(t))
    }

    /// The continued fraction of DLMF 8.17.22 by Lentz's method; it needs about √max(a, b) steps.
    private static func fraction(a: Double, b: Double, x: Double) -> Double? {
        let tiny = 1e-300
        func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / away(1 - (a + b) * x / (a + 1))
        var value = d
        for step in 1...1_000_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / away(1 + even * d)
            c = away(1 + even / c)
            value *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / away(1 + odd * d)
            c = away(1 + odd / c)
            value *= d * c
            if abs(d * c - 1) < 1e-15 { return value }
        }
        return nil
    }
}
