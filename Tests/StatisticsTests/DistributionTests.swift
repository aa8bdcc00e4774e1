import Foundation
import Statistics
import Testing

@Suite struct DistributionTests {
    let reference: Reference

    init() throws { reference = try Reference.load() }

    @Test func betaQuantilesAndProbabilitiesAgreeWithSciPy() {
        #expect(reference.beta.count > 700)
        for row in reference.beta {
            let place = "a \(row.a) b \(row.b) p \(row.p)"
            #expect(isClose(BetaDistribution.quantile(row.p, row.a, row.b), row.x), "quantile, \(place)")
            #expect(isClose(BetaDistribution.cdf(row.x, row.a, row.b), row.cdf), "cdf, \(place)")
        }
    }

    @Test func betaTailsMirror() {
        for row in reference.beta where row.p < 0.5 {
            let mirrored = BetaDistribution.upperQuantile(row.p, row.b, row.a)
            #expect(isClose(mirrored, 1 - row.x), "a \(row.a) b \(row.b) p \(row.p)")
        }
        // One success in a million at a level where 1 − q has no digits left: 1 − (1 − x)ⁿ = 1 − q.
        let x = BetaDistribution.upperQuantile(1e-20, 1, 1e6)
        #expect(isClose(x, -expm1(log(1e-20) / 1e6)))
    }

    @Test func betaEndsAndInvalidArguments() {
        #expect(BetaDistribution.cdf(-1, 2, 3) == 0)
        #expect(BetaDistribution.cdf(.infinity, 2, 3) == 1)
        #expect(BetaDistribution.quantile(0, 2, 3) == 0)
        #expect(BetaDistribution.quantile(1, 2, 3) == 1)
        for bad in [0, -1, .nan, .infinity, 1e300] {
            #expect(BetaDistribution.cdf(0.5, bad, 1) == nil)
            #expect(BetaDistribution.quantile(0.5, 1, bad) == nil)
        }
        #expect(BetaDistribution.quantile(1.5, 1, 1) == nil)
        #expect(BetaDistribution.quantile(.nan, 1, 1) == nil)
        #expect(BetaDistribution.cdf(.nan, 1, 1) == nil)
    }

    @Test func betaNeitherHangsNorCrashesAtExtremes() {
        let shapes = [Double.leastNonzeroMagnitude, 1e-300, 1e-5, 1, 1e9, 1e300, .greatestFiniteMagnitude]
        for a in shapes {
            for b in shapes {
                for p in [Double.leastNonzeroMagnitude, 1e-300, 0.5, 1 - 1e-16] {
                    if let x = BetaDistribution.quantile(p, a, b) { #expect(x >= 0 && x <= 1) }
                    if let p = BetaDistribution.cdf(p, a, b) { #expect(p >= 0 && p <= 1) }
                }
            }
        }
    }

    @Test func normalAgreesWithSciPy() {
        for row in reference.normal.quantiles {
            #expect(isClose(NormalDistribution.quantile(row.p), row.x, absolute: 1e-16), "p \(row.p)")
        }
        for row in reference.normal.points {
            #expect(isClose(NormalDistribution.cdf(row.x, mean: 0.25, standardDeviation: 1.5), row.cdf))
            #expect(isClose(NormalDistribution.logDensity(row.x, mean: 0.25, standardDeviation: 1.5), row.logDensity))
        }
    }

    @Test func normalEndsAndInvalidArguments() {
        #expect(NormalDistribution.quantile(0) == -.infinity)
        #expect(NormalDistribution.quantile(1) == .infinity)
        #expect(NormalDistribution.quantile(0.5) == 0)
        #expect(NormalDistribution.cdf(-.infinity) == 0)
        #expect(NormalDistribution.logDensity(.infinity) == -.infinity)
        #expect(NormalDistribution.quantile(.nan) == nil)
        #expect(NormalDistribution.quantile(-0.1) == nil)
        #expect(NormalDistribution.cdf(.nan) == nil)
        #expect(NormalDistribution.cdf(1, standardDeviation: 0) == nil)
        #expect(NormalDistribution.logDensity(1, mean: .nan) == nil)
        let smallest = NormalDistribution.quantile(.leastNonzeroMagnitude)
        #expect(isClose(smallest, -38.4674, relative: 1e-2))
    }
}
