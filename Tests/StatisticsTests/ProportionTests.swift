import Statistics
import Testing

@Suite struct ProportionTests {
    let reference: Reference

    init() throws { reference = try Reference.load() }

    @Test func clopperPearsonAgreesWithSciPy() {
        for row in reference.clopperPearson {
            let place = "\(row.successes) of \(row.trials) at \(row.confidence)"
            let ends = ClopperPearson.interval(
                successes: row.successes,
                trials: row.trials,
                confidence: row.confidence
            )
            #expect(isClose(ends?.low, row.low), "\(place)")
            #expect(isClose(ends?.high, row.high), "\(place)")
        }
    }

    @Test func clopperPearsonOneSided() {
        // Of n successes in n trials the lower bound is αˡᐟⁿ, of none the upper bound 1 − αˡᐟⁿ.
        #expect(isClose(ClopperPearson.lower(successes: 2, trials: 2, alpha: 0.09), 0.3))
        #expect(isClose(ClopperPearson.upper(successes: 0, trials: 2, alpha: 0.09), 0.7))
        #expect(ClopperPearson.lower(successes: 0, trials: 2, alpha: 0.09) == 0)
        #expect(ClopperPearson.upper(successes: 2, trials: 2, alpha: 0.09) == 1)
    }

    @Test func clopperPearsonWithoutTrialsOrOutOfRange() {
        let all = ClopperPearson.interval(successes: 0, trials: 0, confidence: 0.95)
        #expect(all?.low == 0 && all?.high == 1)
        let bad: [(Double, Double, Double)] = [
            (-1, 5, 0.95), (6, 5, 0.95), (.nan, 5, 0.95), (1, .nan, 0.95), (1, .infinity, 0.95), (1, 5, 0), (1, 5, 1),
            (1, 5, .nan), (0, -1, 0.95),
        ]
        for (successes, trials, confidence) in bad {
            #expect(ClopperPearson.interval(successes: successes, trials: trials, confidence: confidence) == nil)
        }
    }

    @Test func meanOfProportionsAgreesWithNumPy() {
        for row in reference.meanOfProportions {
            let strata = row.strata.map { (successes: $0[0], trials: $0[1]) }
            let result = MeanOfProportions.interval(strata, confidence: row.confidence)
            #expect(isClose(result?.mean, row.mean))
            #expect(isClose(result?.low, row.low))
            #expect(isClose(result?.high, row.high))
        }
    }

    @Test func meanOfOneProportionIsClopperPearson() {
        let mean = MeanOfProportions.interval([(37, 90)], confidence: 0.95)
        let ends = ClopperPearson.interval(successes: 37, trials: 90, confidence: 0.95)
        #expect(isClose(mean?.low, ends?.low ?? -1, relative: 1e-15))
        #expect(isClose(mean?.high, ends?.high ?? -1, relative: 1e-15))
    }

    @Test func meanOfProportionsUndefined() {
        #expect(MeanOfProportions.interval([], confidence: 0.95) == nil)
        #expect(MeanOfProportions.interval([(1, 2), (0, 0)], confidence: 0.95) == nil)
        #expect(MeanOfProportions.interval([(3, 2)], confidence: 0.95) == nil)
        #expect(MeanOfProportions.interval([(1, 2)], confidence: 1) == nil)
    }

    @Test func meanOfProportionsCoversTheTruth() {
        var numbers = SeededNumbers(seed: 5)
        let truths = [0.2, 0.5, 0.9, 0.97]
        let covered = (0..<400).count { _ in
            let strata = truths.map { truth in
                (
                    successes: Double((0..<30).count { _ in Double.random(in: 0..<1, using: &numbers) < truth }),
                    trials: 30.0
                )
            }
            guard let ends = MeanOfProportions.interval(strata, confidence: 0.95) else { return false }
            return ends.low <= 0.6425 && 0.6425 <= ends.high
        }
        #expect(covered >= 376)
    }

    @Test func differenceOfProportionsAgreesWithNumPy() {
        for row in reference.differenceOfProportions {
            let result = DifferenceOfProportions.interval(
                first: (row.first[0], row.first[1]),
                second: (row.second[0], row.second[1]),
                confidence: 0.95
            )
            #expect(isClose(result?.difference, row.difference))
            #expect(isClose(result?.low, row.low))
            #expect(isClose(result?.high, row.high))
        }
        #expect(DifferenceOfProportions.interval(first: (0, 0), second: (1, 2), confidence: 0.95) == nil)
        #expect(DifferenceOfProportions.interval(first: (1, 2), second: (1, 0), confidence: 0.95) == nil)
    }

    @Test func sampleSizeForProportionIsTheSmallest() throws {
        for (proportion, halfWidth) in [(0.5, 0.05), (0.9, 0.01), (0, 0.02), (1, 0.1)] {
            let size = try #require(
                SampleSize.recordsForProportion(proportion, halfWidth: halfWidth, confidence: 0.95)
            )
            func reach(_ records: Int) -> Double {
                let trials = Double(records)
                return ClopperPearson.interval(successes: proportion * trials, trials: trials, confidence: 0.95)
                    .map { max(proportion - $0.low, $0.high - proportion) } ?? 1
            }
            #expect(reach(size) < halfWidth)
            #expect(reach(size - 1) >= halfWidth)
        }
        #expect(SampleSize.recordsForProportion(0.5, halfWidth: 0, confidence: 0.95) == nil)
        #expect(SampleSize.recordsForProportion(0.5, halfWidth: 1e-9, confidence: 0.95) == nil)
        #expect(SampleSize.recordsForProportion(.nan, halfWidth: 0.1, confidence: 0.95) == nil)
    }

    @Test func sampleSizeForAUCReachesTheHalfWidth() throws {
        // Hanley and McNeil at A = ½: Q₁ = Q₂ = ⅓, variance (¼ + (n − 1) / 6) / n².
        let size = try #require(SampleSize.recordsForAUC(0.5, halfWidth: 0.05, confidence: 0.95))
        func reach(_ n: Double) -> Double { 1.959963984540054 * ((0.25 + (n - 1) / 6) / (n * n)).squareRoot() }
        #expect(reach(Double(size)) < 0.05)
        #expect(reach(Double(size - 1)) >= 0.05)
        #expect(SampleSize.recordsForAUC(0.6, halfWidth: 0.9, confidence: 0.95) == 2)
        #expect(SampleSize.recordsForAUC(1, halfWidth: 0.05, confidence: 0.95) == nil)
        #expect(SampleSize.recordsForAUC(0.5, halfWidth: -1, confidence: 0.95) == nil)
    }
}
