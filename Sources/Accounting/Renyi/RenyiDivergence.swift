import Foundation

/// The Rényi divergence of one step of the Poisson-subsampled Gaussian mechanism.
///
/// With A_α = E_{z ~ N(0, σ²)} [(1 + u)^α], u = q (e^{(2z − 1) / 2σ²} − 1), the divergence of order α is log A_α / (α − 1)
/// (Mironov, Talwar and Zhang 2019, section 3.3). A_α is computed as 1 + (A_α − 1): at small q the privacy is all in the
/// second term.
struct RenyiDivergence {
    let mechanism: SubsampledGaussian
    private let q: Double
    private let sigma: Double

    /// Below it the integral would need many points, and ε is in the hundreds: fractional orders are rounded up, which is
    /// an upper bound, since the divergence rises with the order (van Erven and Harremoës 2014, theorem 3).
    private static let smallestIntegrated = 0.05

    init(_ mechanism: SubsampledGaussian) {
        self.mechanism = mechanism
        q = mechanism.samplingRate
        sigma = mechanism.noise
    }

    /// The divergence in nats.
    ///
    /// - Parameter order: α, above 1.
    func of(order: Double) -> Double {
        guard q < 1 else { return order / (2 * sigma * sigma) }
        guard order == order.rounded() || sigma >= Self.smallestIntegrated else { return of(order: order.rounded(.up)) }
        let excess = order == order.rounded() ? logExcess(Int(order)) : logExcess(fractional: order)
        return (excess > 0 ? excess + log1p(exp(-excess)) : log1p(exp(excess))) / (order - 1)
    }

    /// log(A_α − 1) for whole α.
    ///
    /// The sum over k of C(α, k) (1 − q)^{α−k} q^k e^{k(k−1) / 2σ²} (section 3.3) less the same sum without the exponential,
    /// which is 1; the terms k = 0 and 1 vanish, and the others are positive.
    private func logExcess(_ order: Int) -> Double {
        var total = LogSum()
        var coefficient = log(Double(order)) + log(q) + Double(order - 1) * log1p(-q)
        for k in 2...order {
            coefficient += log(Double(order - k + 1) / Double(k)) + log(q) - log1p(-q)
            let exponent = Double(k) * Double(k - 1) / (2 * sigma * sigma)
            total.add(coefficient + (exponent < 1 ? log(expm1(exponent)) : exponent + log1p(-exp(-exponent))))
        }
        return total.value
    }

    /// log(A_α − 1) for any α: E[(1 + u)^α − 1 − αu], as E[u] = 0, by the trapezoid rule.
    ///
    /// The integrand is at least 0 (Bernoulli's inequality) and analytic within πσ² of the real line, so that the error
    /// falls exponentially with the number of points.
    private func logExcess(fractional order: Double) -> Double {
        let step = min(sigma, sigma * sigma) / 6
        let points = Int(((order + 24 * sigma) / step).rounded(.up))
        var total = LogSum()
        for point in 0...points {
            let z = -12 * sigma + Double(point) * step
            let standard = z / sigma
            total.add(logIntegrand(loss: mechanism.loss(at: z), order: order) - 0.5 * standard * standard)
        }
        return total.value + log(step / (sigma * (2 * Double.pi).squareRoot()))
    }

    /// log((1 + u)^α − 1 − αu) with 1 + u = e^loss.
    private func logIntegrand(loss: Double, order: Double) -> Double {
        let u = loss < 1 ? expm1(loss) : .infinity
        if abs(u) * max(order, 4) < 0.1 { return logSeries(u, order: order) }
        guard loss > 0 else { return log(exp(order * loss) + (order - 1) - order * exp(loss)) }
        return order * loss + log1p((order - 1) * exp(-order * loss) - order * exp((1 - order) * loss))
    }

    /// The binomial series from its second power on, for |u| so small that the closed form would cancel.
    private func logSeries(_ u: Double, order: Double) -> Double {
        var (term, sum) = (1.0, 1.0)
        for k in 2..<40 {
            term *= (order - Double(k)) * u / Double(k + 1)
            sum += term
            if abs(term) < 1e-17 { break }
        }
        return log(0.5 * order * (order - 1) * u * u * sum)
    }
}
