import Foundation
import Statistics
import Testing

/// Signals and tests of likelihood attacks, against SciPy's values.
@Suite struct LikelihoodTests {
    private func close(_ value: Double?, _ reference: Double) -> Bool {
        value.map { abs($0 - reference) <= 1e-12 * max(1, abs(reference)) } ?? false
    }

    /// scipy.stats.norm.logsf
    @Test(arguments: [
        (-40.0, 0), (-10, -7.61985302416047e-24), (-1, -0.1727537790234499), (0, -0.6931471805599453),
        (1, -1.8410216450092634), (8, -35.01343715991456), (25, -316.63940800802027), (29.9, -451.3229124585287),
        (30.1, -457.32956441638237), (50, -1254.8313611394199), (1000, -500007.8266948122),
    ])
    func upperTail(z: Double, reference: Double) {
        #expect(close(NormalDistribution.logUpperTail(z), reference), "\(NormalDistribution.logUpperTail(z))")
    }

    @Test func marginIsTheLogitOfTheClassAgainstTheOthers() {
        #expect(close(LogitMargin.value([0.2, 0.5, 0.3], label: 1), 0))
        #expect(close(LogitMargin.value([0.25, 0.5, 0.25], label: 0), log(0.25) - log(0.75)))
        // 1 − p_y would be 0 here.
        #expect(close(LogitMargin.value([1, 1e-40], label: 0), -log(1e-40)))
        #expect(LogitMargin.value([1, 0], label: 0)?.isFinite == true)
        #expect(LogitMargin.value([1.0], label: 1) == nil && LogitMargin.value([.nan, 1], label: 1) == nil)
    }

    @Test func temperatureIsASoftmaxOfTheLogits() {
        let logits = [1.5, -0.3, 0.7]
        let total = logits.map { exp($0) }.reduce(0, +)
        let warm = logits.map { exp($0 / 2) }
        let value = TemperedConfidence.value(logits.map { exp($0) / total }, label: 2, temperature: 2)
        #expect(close(value, warm[2] / warm.reduce(0, +)))
        #expect(TemperedConfidence.value([0.1, 0.9], label: 0, temperature: 1).map { abs($0 - 0.1) < 1e-15 } ?? false)
        #expect(TemperedConfidence.value([0, 0], label: 0, temperature: 2) == nil)
    }

    @Test func momentsForgetAValue() {
        var numbers = SeededNumbers(seed: 6)
        let values = numbers.normal(20, mean: 1e3)
        var all = Moments()
        for value in values { all.add(value) }
        #expect(close(all.mean, Descriptive.mean(values) ?? .nan))
        #expect(close(all.standardDeviation, Descriptive.standardDeviation(values) ?? .nan))
        let rest = all.removing(values[7])
        let others = values.enumerated().filter { $0.offset != 7 }.map(\.element)
        #expect(close(rest.mean, Descriptive.mean(others) ?? .nan))
        #expect(abs((rest.standardDeviation ?? 0) - (Descriptive.standardDeviation(others) ?? .nan)) < 1e-9)
        #expect(rest.count == 19)
    }

    @Test func variancesArePooledAroundEachGroupsMean() {
        var pooled = PooledVariance()
        for group in [[1.0, 3.0], [101.0, 102.0, 103.0], [7.0]] {
            var moments = Moments()
            for value in group { moments.add(value) }
            pooled.add(moments)
        }
        // (2 + 2) over (1 + 2) degrees of freedom.
        #expect(close(pooled.standardDeviation, (4.0 / 3).squareRoot()))
        #expect(PooledVariance().standardDeviation == nil)
    }

    @Test func ratiosAreThoseOfTheDensities() throws {
        let (inside, outside) = (NormalFit(mean: 2, standardDeviation: 1), NormalFit(mean: 0, standardDeviation: 2))
        let online = try #require(LikelihoodRatio.online(1.5, in: inside, out: outside))
        #expect(close(online, -0.125 - (-0.28125 - log(2))))
        #expect(close(LikelihoodRatio.offline(2, out: outside), 1.8410216450092634))
        #expect(LikelihoodRatio.offline(.nan, out: outside) == nil)
        #expect(NormalFit(mean: 0, standardDeviation: 0).standardDeviation > 0)
    }
}
