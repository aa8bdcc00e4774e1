import Attacks
import ShadowModels
import Tensors

/// Made-up answers of target models on shadow worlds: those of worlds rich in a value are surer about it.
enum LeakyWorlds {
    private static let classes = 4
    private static let targetClasses = 5
    /// Probes of each class with the value, and as many without.
    private static let probes = 10

    /// - Parameters:
    ///   - pairs: of worlds.
    ///   - leak: how much surer, in nats.
    ///   - attackedIsRich: whether the audited model's training population is rich in the value.
    static func input(pairs: Int = 12, leak: Double, attackedIsRich: Bool = true, seed: UInt64) -> AttributeInput {
        let rows = 2 * probes * classes
        let hasValue = (0..<rows).map { $0 % 2 == 0 }
        let labels = (0..<rows).map { $0 / (2 * probes) }
        var draw = Seed(seed).generator
        // What all models make of a probe, as they answer for the same ones.
        let shared = (0..<rows * targetClasses).map { _ in number(&draw) }
        func answers(isRich: Bool) -> Answers {
            let sureness = 1.5 + 0.3 * number(&draw)
            var logits: [Float] = []
            for row in 0..<rows {
                let factor = sureness + (hasValue[row] == isRich ? leak : 0)
                for k in 0..<targetClasses {
                    logits.append(Float(factor * (shared[row * targetClasses + k] + 0.5 * number(&draw))))
                }
            }
            return Answers(logits: logits, classes: targetClasses, labels: labels)
        }
        return AttributeInput(
            worlds: (0..<2 * pairs).map {
                AttributeInput.World(isRich: $0 % 2 == 0, answers: answers(isRich: $0 % 2 == 0))
            },
            attacked: answers(isRich: attackedIsRich),
            hasValue: hasValue,
            classes: classes,
            seed: Seed(seed)
        )
    }

    /// About normal.
    private static func number(_ draw: inout SeededGenerator) -> Double {
        (0..<3).reduce(0.0) { sum, _ in sum + Double.random(in: -1...1, using: &draw) }
    }
}
