import Accounting
import Foundation
import Testing

/// Runs whose privacy has a closed form.
@Suite struct GaussianMechanismTests {
    private func cdf(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

    /// δ(ε) of the Gaussian mechanism (Balle and Wang 2018, theorem 8), sensitivity 1.
    private func delta(_ epsilon: Double, noise: Double) -> Double {
        cdf(1 / (2 * noise) - epsilon * noise) - exp(epsilon) * cdf(-1 / (2 * noise) - epsilon * noise)
    }

    /// The ε with δ(ε) = δ, by bisection of a falling function.
    private func solve(delta target: Double, _ delta: (Double) -> Double) -> Double {
        var (low, high) = (0.0, 500.0)
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if delta(middle) > target { low = middle } else { high = middle }
        }
        return high
    }

    /// Without sampling, T steps with noise σ are one with noise σ / √T.
    @Test(
        arguments: [(0.3, 1), (0.5, 1), (1, 1), (4, 1), (30, 1), (1, 10), (5, 100), (40, 3000), (0.5, 7)],
        [1e-4, 1e-6, 1e-9]
    )
    func withoutSampling(run: (noise: Double, steps: Int), delta target: Double) throws {
        let mechanism = try SubsampledGaussian(records: 5, batch: 5, noise: run.noise, epochs: Double(run.steps))
        #expect(mechanism.steps == run.steps)
        let noise = run.noise / Double(run.steps).squareRoot()
        let exact = solve(delta: target) { delta($0, noise: noise) }
        let pld = try PLDAccountant.epsilon(mechanism, delta: target)
        #expect(abs(pld / exact - 1) < 2e-4)
        // It errs to the safe side, but for the rounding of both.
        #expect(pld > exact * (1 - 1e-7))
        #expect(try RDPAccountant.epsilon(mechanism, delta: target).epsilon > exact)
    }

    /// One step with sampling: δ(ε) = P(z > t) − e^ε Q(z > t) for removal, where the losses are above ε from t on.
    @Test(arguments: [(10, 0.5), (10, 2), (200, 0.7), (3, 1)], [1e-3, 1e-5, 1e-8])
    func oneStep(run: (records: Int, noise: Double), delta target: Double) throws {
        let (q, noise) = (1 / Double(run.records), run.noise)
        let removal = solve(delta: target) { epsilon in
            let t = 0.5 + noise * noise * log(expm1(epsilon) / q + 1)
            let (without, with) = (cdf(-t / noise), cdf((1 - t) / noise))
            return (1 - q) * without + q * with - exp(epsilon) * without
        }
        let addition = solve(delta: target) { epsilon in
            guard exp(-epsilon) > 1 - q else { return 0 }
            let t = 0.5 + noise * noise * log(expm1(-epsilon) / q + 1)
            let (without, with) = (cdf(t / noise), cdf((t - 1) / noise))
            return without - exp(epsilon) * ((1 - q) * without + q * with)
        }
        let mechanism = try SubsampledGaussian(
            records: run.records,
            batch: 1,
            noise: noise,
            epochs: 1 / Double(run.records)
        )
        #expect(mechanism.steps == 1)
        let pld = try PLDAccountant.epsilon(mechanism, delta: target)
        #expect(abs(pld - max(removal, addition)) < 2e-4)
        #expect(pld > max(removal, addition) - 1e-7)
    }
}
