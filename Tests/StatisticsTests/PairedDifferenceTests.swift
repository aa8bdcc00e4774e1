import Testing

@testable import Statistics

/// The difference of two proportions of the same records.
@Suite struct PairedDifferenceTests {
    /// Newcombe 1998, table II: 36 both, 12 the first alone, 2 the second alone, none neither.
    @Test func agreesWithThePublishedExample() throws {
        let found = try #require(
            PairedDifference.interval(both: 36, onlyFirst: 12, onlySecond: 2, neither: 0, confidence: 0.95)
        )
        #expect(abs(found.difference - 0.2) < 1e-12)
        #expect(abs(found.low - 0.0569) < 5e-5)
        #expect(abs(found.high - 0.3404) < 5e-5)
    }

    @Test func turnsAroundWithTheOrder() throws {
        let one = try #require(
            PairedDifference.interval(both: 50, onlyFirst: 9, onlySecond: 21, neither: 20, confidence: 0.9)
        )
        let other = try #require(
            PairedDifference.interval(both: 50, onlyFirst: 21, onlySecond: 9, neither: 20, confidence: 0.9)
        )
        #expect(abs(one.low + other.high) < 1e-12)
        #expect(abs(one.high + other.low) < 1e-12)
    }

    /// Pairs that agree in most records tell a difference better than the two samples apart.
    @Test func pairsAreWorthMoreThanSeparateSamples() throws {
        let paired = try #require(
            PairedDifference.interval(both: 700, onlyFirst: 40, onlySecond: 10, neither: 250, confidence: 0.95)
        )
        let apart = try #require(
            DifferenceOfProportions.interval(first: (740, 1000), second: (710, 1000), confidence: 0.95)
        )
        #expect(paired.high - paired.low < 0.6 * (apart.high - apart.low))
        #expect(paired.low > 0)
    }

    /// How often the interval holds the truth, over draws of pairs.
    @Test func coversTheTruth() throws {
        var state: UInt64 = 7
        func uniform() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        let runs = 2000
        var held = 0
        for _ in 0..<runs {
            var counts = [0, 0, 0, 0]
            for _ in 0..<80 {
                let draw = uniform()
                counts[draw < 0.6 ? 0 : draw < 0.75 ? 1 : draw < 0.8 ? 2 : 3] += 1
            }
            let found = try #require(
                PairedDifference.interval(
                    both: counts[0],
                    onlyFirst: counts[1],
                    onlySecond: counts[2],
                    neither: counts[3],
                    confidence: 0.95
                )
            )
            held += found.low <= 0.1 && 0.1 <= found.high ? 1 : 0
        }
        #expect(Double(held) / Double(runs) > 0.935)
        #expect(Double(held) / Double(runs) < 0.985)
    }

    @Test func refusesWhatIsNoTable() {
        #expect(PairedDifference.interval(both: 0, onlyFirst: 0, onlySecond: 0, neither: 0, confidence: 0.95) == nil)
        #expect(PairedDifference.interval(both: 1, onlyFirst: -1, onlySecond: 0, neither: 0, confidence: 0.95) == nil)
        #expect(PairedDifference.interval(both: 1, onlyFirst: 1, onlySecond: 1, neither: 1, confidence: 1) == nil)
    }
}
