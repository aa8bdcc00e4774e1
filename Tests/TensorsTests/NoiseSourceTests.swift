import Tensors
import Testing

/// Noise that can be drawn again, and noise that cannot.
@Suite struct NoiseSourceTests {
    @Test func aSeedGivesTheSameAgain() throws {
        let source = NoiseSource.seed(Seed(3))
        let first = try source.derived("noise", 1).normal(deviation: 2, count: 40)
        #expect(try source.derived("noise", 1).normal(deviation: 2, count: 40) == first)
        #expect(try source.derived("noise", 2).normal(deviation: 2, count: 40) != first)
        let generator = TensorGenerator(Seed(3).derived("noise", 1))
        #expect(try generator.normal(deviation: 2, shape: [5, 8]).floats() == first)
    }

    @Test func theSystemNeverDoes() throws {
        #expect(try NoiseSource.system.normal(count: 40) != NoiseSource.system.normal(count: 40))
        #expect(NoiseSource.system.derived("noise", 1) == .system)
    }

    @Test(arguments: [NoiseSource.seed(Seed(3)), .system]) func isNormal(_ source: NoiseSource) throws {
        // Bounds of six standard errors: a right source fails once in a hundred million runs.
        let count = 100_001
        let draws = try source.normal(deviation: 3, count: count).map { Double($0) / 3 }
        #expect(draws.count == count)
        func moment(_ power: Int) -> Double {
            draws.reduce(0) { sum, x in sum + (0..<power).reduce(1.0) { product, _ in product * x } } / Double(count)
        }
        let error = 6 / Double(count).squareRoot()
        #expect(abs(moment(1)) < error)
        #expect(abs(moment(2) - 1) < error * 2.0.squareRoot())
        #expect(abs(moment(3)) < error * 15.0.squareRoot())
        #expect(abs(moment(4) - 3) < error * 96.0.squareRoot())
        // Neighbours, which come of one radius, do not know each other.
        let product = zip(draws, draws.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / Double(count)
        #expect(abs(product) < error)
        let tail = Double(draws.count { abs($0) > 1.959964 }) / Double(count)
        #expect(abs(tail - 0.05) < error * 0.22)
    }

    @Test func ofNothing() throws { #expect(try NoiseSource.system.normal(count: 0).isEmpty) }
}
