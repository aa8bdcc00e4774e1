import ShadowModels
import Tensors
import Testing

@Suite struct WorldDrawTests {
    /// 3 classes; a third of the first class, half of the second and two thirds of the third have the value.
    private static let labels = (0..<900).map { $0 % 3 }
    private static let hasValue = (0..<900).map { $0 / 3 % 6 < 2 + $0 % 3 }

    private func drawn(pairs: Int = 5, share: Double = 0.8, largest: Int = 1000, seed: UInt64 = 1) -> WorldDraws? {
        WorldDraws(
            labels: Self.labels,
            hasValue: Self.hasValue,
            classes: 3,
            pairs: pairs,
            share: share,
            largest: largest,
            seed: Seed(seed)
        )
    }

    @Test func noRecordStandsTwice() throws {
        let draws = try #require(drawn())
        let all = draws.worlds.flatMap(\.rows) + draws.probes
        #expect(draws.worlds.count == 10 && Set(all).count == all.count)
        #expect(draws.worlds.map(\.isRich) == (0..<10).map { $0 % 2 == 0 })
    }

    @Test func sharesAreWhatIsAskedForAndClassesAreAlike() throws {
        for share in [0.6, 0.8, 1] {
            let draws = try #require(drawn(share: share))
            let mixes = draws.worlds.map { world in
                world.rows.reduce(into: [0, 0, 0]) { $0[Self.labels[$1]] += 1 }
            }
            #expect(Set(mixes).count == 1)
            for world in draws.worlds {
                #expect(world.rows.count == draws.size)
                let own = Double(world.rows.count { Self.hasValue[$0] }) / Double(draws.size)
                #expect(abs(own - (world.isRich ? share : 1 - share)) <= 0.5 / Double(draws.size) + 1e-9)
            }
        }
    }

    @Test func asManyProbesWithTheValueAsWithout() throws {
        let draws = try #require(drawn())
        for label in 0..<3 {
            let own = draws.probes.filter { Self.labels[$0] == label }
            #expect(own.count { Self.hasValue[$0] } * 2 == own.count && !own.isEmpty)
        }
        #expect(draws.probes.count <= 2 * WorldDraws.mostProbes)
    }

    @Test func noLargerThanAskedFor() throws {
        #expect(try #require(drawn(largest: 30)).size <= 30)
        #expect(drawn(largest: 19) == nil)
    }

    @Test func seedsDecide() {
        #expect(drawn() == drawn() && drawn() != drawn(seed: 2))
    }

    @Test func tooFew() {
        #expect(drawn(pairs: 30) == nil)
        let one = WorldDraws(
            labels: Array(repeating: 0, count: 900),
            hasValue: Self.hasValue,
            classes: 3,
            pairs: 5,
            share: 0.8,
            largest: 100,
            seed: Seed(1)
        )
        #expect(one == nil, "models of one class learn nothing")
        let none = WorldDraws(
            labels: Self.labels,
            hasValue: Self.labels.map { _ in false },
            classes: 3,
            pairs: 5,
            share: 0.8,
            largest: 100,
            seed: Seed(1)
        )
        #expect(none == nil)
    }
}
