import Testing

@testable import Tensors

/// Seeds that are derived, and what is drawn from them.
struct RandomnessTests {
    @Test func derivedSeedsDiffer() {
        let audit = Seed(20_261_120)
        var seeds: Set<Seed> = [audit]
        for role in ["shadow-draw", "shadow-drawn", "order", "dropout", "weights", "a", "b", "ab", "ba", ""] {
            for index in -2..<500 { seeds.insert(audit.derived(role, index)) }
        }
        #expect(seeds.count == 1 + 10 * 502)
        #expect(audit.derived("a").derived("b") != audit.derived("b").derived("a"))
        #expect(audit.derived("order", 3) == Seed(20_261_120).derived("order", 3))
        #expect(audit.derived("order", 3) != Seed(20_261_121).derived("order", 3))
    }

    @Test func hostGeneratorIsSplitMix64() {
        // The first outputs for seed 1234567 of the reference implementation (Vigna, splitmix64.c).
        var generator = Seed(1_234_567).generator
        let expected: [UInt64] = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        #expect(expected.map { _ in generator.next() } == expected)
    }

    @Test func permutationsAreUniform() {
        // χ² over the place of each of 8 numbers in 8,000 permutations: 49 degrees of freedom, 99.9 % quantile 85.4.
        var counts = Array(repeating: 0, count: 64)
        for index in 0..<8000 {
            var generator = Seed(5).derived("order", index).generator
            let order = generator.permutation(8)
            #expect(order.sorted() == Array(0..<8))
            for (place, number) in order.enumerated() { counts[place * 8 + number] += 1 }
        }
        let squares = counts.reduce(0.0) { $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000 }
        #expect(squares < 85.4 && squares > 19.0)
    }

    @Test func tensorsOfDraws() throws {
        let generator = TensorGenerator(Seed(9))
        let normal = try generator.normal(mean: 2, deviation: 3, shape: [20_000]).doubles()
        let mean = normal.reduce(0, +) / 20_000
        let variance = normal.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
        #expect(abs(mean - 2) < 0.1 && abs(variance - 9) < 0.4)
        let uniform = try generator.uniform(low: -1, high: 3, shape: [20_000]).doubles()
        #expect(uniform.allSatisfy { $0 >= -1 && $0 < 3 })
        #expect(abs(uniform.reduce(0, +) / 20_000 - 1) < 0.05)
        let again = TensorGenerator(Seed(9))
        #expect(try again.normal(mean: 2, deviation: 3, shape: [20_000]).doubles() == normal)
        #expect(
            try TensorGenerator(Seed(10)).normal(shape: [4]).floats()
                != TensorGenerator(Seed(9)).normal(shape: [4]).floats()
        )
    }
}
