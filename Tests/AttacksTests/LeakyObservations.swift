import ShadowModels
import Tensors

@testable import Attacks

/// Made-up observations with a known leak: every number of a member is larger by as many standard deviations.
enum LeakyObservations {
    /// What is read off the attacked model and off six shadow models.
    ///
    /// - Parameters:
    ///   - names: what each number is called.
    ///   - queries: how many audited records there are, the members first.
    ///   - leak: of the attacked model; 0 for one that leaks nothing.
    ///   - shadowLeak: of the shadow models.
    static func observed(
        _ names: [String],
        queries: Int,
        leak: Double,
        shadowLeak: Double,
        seed: UInt64
    ) -> ObservedModels {
        var draw = Seed(seed).derived("observations").generator
        func numbers(_ count: Int, _ leak: Double) -> Observations {
            Observations(
                names: names,
                values: names.map { _ in (0..<count).map { _ in normal(&draw) + leak } }
            )
        }
        let size = 120
        let shadows = (0..<6).map { _ in
            ShadowObservations(
                members: numbers(size, shadowLeak),
                nonMembers: numbers(size, 0),
                records: Array(draw.permutation(400).prefix(2 * size)),
                labels: (0..<2 * size).map { $0 % 4 }
            )
        }
        let (inside, outside) = (numbers(queries / 2, leak), numbers(queries - queries / 2, 0))
        let audited = Observations(
            names: names,
            values: zip(inside.values, outside.values).map { $0 + $1 }
        )
        return ObservedModels(queries: audited, shadows: shadows)
    }

    /// Close to a standard normal: the sum of twelve uniform numbers.
    private static func normal(_ draw: inout SeededGenerator) -> Double {
        (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0...1, using: &draw) }
    }
}
