import ShadowModels
import Tensors

@testable import Attacks

/// Made-up answers for several records of each person: those for a person of the training set are more alike than others'.
enum LeakyPersons {
    private static let classes = 4
    private static let width = 5
    private static let views = 4
    /// Persons on each side of the queries and of each shadow model.
    private static let persons = 40

    /// Queries (members first) and six shadow models whose persons come from two disjoint pools.
    ///
    /// - Parameters:
    ///   - member: how far the answers for a person of the training set are apart.
    ///   - other: how far those for another person are.
    static func input(member: Double = 0.4, other: Double = 1, seed: UInt64, threads: Int = 1) -> AttackInput {
        let pool = 60
        var draw = Seed(seed).derived("persons").generator
        let bases = (0..<2 * pool).map { _ in logits(&draw) }
        func answers(_ people: [Int], _ bases: [[Double]], _ spread: Double, _ draw: inout SeededGenerator) -> Answers {
            var floats: [Float] = []
            for person in people {
                for _ in 0..<views {
                    floats += zip(bases[person], logits(&draw)).map { Float($0 + spread * $1) }
                }
            }
            let labels = people.flatMap { Array(repeating: $0 % classes, count: views) }
            return Answers(logits: floats, classes: width, labels: labels)
        }
        func rows(_ people: [Int]) -> [Int] { people.flatMap { person in (0..<views).map { person * views + $0 } } }
        let shadows = (0..<6).map { model in
            var draw = Seed(seed).derived("shadow", model).generator
            let inside = Array(draw.permutation(pool).prefix(persons))
            let outside = draw.permutation(pool).prefix(persons).map { $0 + pool }
            return ShadowAnswers(
                members: answers(inside, bases, member, &draw),
                nonMembers: answers(outside, bases, other, &draw),
                records: rows(inside + outside)
            )
        }
        let audited = (0..<2 * persons).map { _ in logits(&draw) }
        let (inside, outside) = (Array(0..<persons), Array(persons..<2 * persons))
        return AttackInput(
            queries: answers(inside, audited, member, &draw).appending(answers(outside, audited, other, &draw)),
            shadows: shadows,
            subjects: SubjectGroups(
                queries: (inside + outside).flatMap { Array(repeating: "audited \($0)", count: views) },
                records: (0..<2 * pool).flatMap { Array(repeating: "shadow \($0)", count: views) }
            ),
            classes: classes,
            seed: Seed(seed),
            threads: threads
        )
    }

    private static func logits(_ draw: inout SeededGenerator) -> [Double] {
        (0..<width).map { _ in (0..<4).reduce(0.0) { sum, _ in sum + Double.random(in: -1...1, using: &draw) } }
    }
}
