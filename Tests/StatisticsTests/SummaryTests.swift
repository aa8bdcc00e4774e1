import Statistics
import Testing

@Suite struct SummaryTests {
    @Test func agreeWithNumPy() throws {
        for row in try Reference.load().summaries {
            #expect(isClose(Descriptive.mean(row.values), row.mean))
            if row.values.count > 1 {
                #expect(isClose(Descriptive.standardDeviation(row.values), row.standardDeviation, relative: 1e-9))
            }
            for quantile in row.quantiles {
                #expect(isClose(Descriptive.quantile(quantile.p, of: row.values), quantile.x))
            }
        }
    }

    /// Each value its own group: the jackknife of a mean is its standard error (Efron and Stein 1981).
    @Test func jackknifeOfMeans() throws {
        for row in try Reference.load().summaries where row.values.count > 1 {
            let without = row.values.indices.compactMap { left in
                Descriptive.mean(row.values.indices.filter { $0 != left }.map { row.values[$0] })
            }
            let error = row.standardDeviation / Double(row.values.count).squareRoot()
            #expect(isClose(Jackknife.standardDeviation(without: without), error, relative: 1e-6))
        }
        #expect(Jackknife.standardDeviation(without: [0.7]) == nil)
    }

    @Test func undefinedSummaries() {
        #expect(Descriptive.mean([]) == nil)
        #expect(Descriptive.mean([.infinity, -.infinity]) == nil)
        #expect(Descriptive.mean([.infinity, 1]) == .infinity)
        #expect(Descriptive.mean([1e308, 1e308]) == 1e308)
        #expect(Descriptive.standardDeviation([1]) == nil)
        #expect(Descriptive.standardDeviation([1, .nan]) == nil)
        #expect(Descriptive.quantile(0.5, of: []) == nil)
        #expect(Descriptive.quantile(2, of: [1]) == nil)
        #expect(Descriptive.quantile(0.5, of: [1, .nan]) == nil)
    }

    @Test func quantilesOfInfinities() {
        #expect(Descriptive.quantile(0.5, of: [.infinity, .infinity, 1]) == .infinity)
        #expect(Descriptive.quantile(0.5, of: [1, .infinity]) == .infinity)
        #expect(Descriptive.quantile(0.5, of: [-.infinity, .infinity]) == nil)
        #expect(Descriptive.quantile(0, of: [1, .infinity]) == 1)
    }

    @Test func holmAdjustsDownwardsAndTakesInvalidAsOne() throws {
        let row = try Reference.load().holm
        for (actual, expected) in zip(HolmCorrection.adjusted(row.p), row.adjusted) {
            #expect(isClose(actual, expected))
        }
        #expect(HolmCorrection.adjusted([0.01, .nan, -1]) == [0.03, 1, 1])
        #expect(HolmCorrection.adjusted([]).isEmpty)
    }
}
