import Statistics
import Testing

struct IndependentDifferenceTests {
    private func estimate(_ value: Double, _ half: Double, _ confidence: Double = 0.95)
        -> IndependentDifference.Estimate
    {
        IndependentDifference.Estimate(value: value, low: value - half, high: value + half, confidence: confidence)
    }

    /// Two means with standard errors .01 and .02: z = .05 / √.0005; p from scipy.stats.norm: 2·sf(2.23606797749979).
    @Test func symmetricIntervalsGiveTheNormalTest() throws {
        let z = 1.959963984540054
        let result = try #require(
            IndependentDifference.test(estimate(0.65, z * 0.01), estimate(0.6, z * 0.02), confidence: 0.95)
        )
        #expect(abs(result.difference - 0.05) < 1e-12)
        #expect(abs(result.p - 0.025347318677468325) < 1e-9)
        #expect(abs(result.low - (0.05 - z * 0.0005.squareRoot())) < 1e-9)
        #expect(abs(result.high - (0.05 + z * 0.0005.squareRoot())) < 1e-9)
    }

    /// The interval touches 0 exactly where p is 1 − confidence.
    @Test(arguments: [0.8, 0.9, 0.95, 0.99]) func theIntervalAgreesWithTheTest(_ confidence: Double) throws {
        let first = IndependentDifference.Estimate(value: 0.7, low: 0.64, high: 0.73, confidence: 0.9)
        let second = IndependentDifference.Estimate(value: 0.62, low: 0.6, high: 0.69, confidence: 0.99)
        let result = try #require(IndependentDifference.test(first, second, confidence: confidence))
        #expect((result.low > 0) == (result.p < 1 - confidence))
        let mirrored = try #require(IndependentDifference.test(second, first, confidence: confidence))
        #expect(abs(mirrored.p - result.p) < 1e-12)
        #expect(abs(mirrored.low + result.high) < 1e-12)
    }

    @Test func whatCannotBeTestedIsNil() {
        #expect(IndependentDifference.test(estimate(0.5, 0), estimate(0.6, 0), confidence: 0.95) == nil)
        #expect(IndependentDifference.test(estimate(.nan, 0.1), estimate(0.6, 0.1), confidence: 0.95) == nil)
        #expect(IndependentDifference.test(estimate(0.5, -0.1), estimate(0.6, 0.1), confidence: 0.95) == nil)
        #expect(IndependentDifference.test(estimate(0.5, 0.1, 1), estimate(0.6, 0.1), confidence: 0.95) == nil)
        #expect(IndependentDifference.test(estimate(0.5, 0.1), estimate(0.6, 0.1), confidence: 1) == nil)
    }
}
