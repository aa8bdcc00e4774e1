import ShadowModels
import Tensors

@testable import Attacks

/// Made-up answers with a known leak: each record has an answer of its own, members a little more of one value.
enum LeakyAnswers {
    /// Queries (members first) and six shadow models whose records come from two disjoint pools.
    ///
    /// - Parameters:
    ///   - targetClasses: values per prediction vector.
    ///   - leak: what membership adds to one logit; 0 for models that leak nothing.
    ///   - wobble: how much a record's logits differ from one shadow model to the next.
    static func input(
        targetClasses: Int,
        leak: Double,
        wobble: Double = 0.3,
        seed: UInt64,
        threads: Int = 1
    ) -> AttackInput {
        let pool = 200
        var draw = Seed(seed).derived("answers").generator
        let records = (0..<2 * pool).map { _ in logits(targetClasses, &draw) }
        let shadows = (0..<6).map { model in
            var draw = Seed(seed).derived("shadow", model).generator
            let members = Array(draw.permutation(pool).prefix(120))
            let others = draw.permutation(pool).prefix(120).map { $0 + pool }
            func answers(_ rows: [Int], _ leak: Double) -> Answers {
                self.answers(
                    rows.map { row in
                        zip(records[row], logits(targetClasses, &draw)).map { $0 + wobble * $1 }
                    },
                    rows.map { $0 % 4 },
                    leak
                )
            }
            return ShadowAnswers(
                members: answers(members, leak),
                nonMembers: answers(others, 0),
                records: members + others
            )
        }
        let labels = (0..<150).map { $0 % 4 }
        let inside = answers(labels.map { _ in logits(targetClasses, &draw) }, labels, leak)
        let outside = answers(labels.map { _ in logits(targetClasses, &draw) }, labels, 0)
        return AttackInput(
            queries: inside.appending(outside),
            shadows: shadows,
            classes: 4,
            seed: Seed(seed),
            threads: threads
        )
    }

    private static func logits(_ count: Int, _ draw: inout SeededGenerator) -> [Double] {
        (0..<count).map { _ in (0..<4).reduce(0.0) { sum, _ in sum + Double.random(in: -1...1, using: &draw) } }
    }

    private static func answers(_ logits: [[Double]], _ labels: [Int], _ leak: Double) -> Answers {
        let width = logits.first?.count ?? 0
        let floats = zip(logits, labels).flatMap { values, label in
            values.enumerated().map { Float($1 + ($0 == label % width ? leak : 0)) }
        }
        return Answers(logits: floats, classes: width, labels: labels)
    }
}
