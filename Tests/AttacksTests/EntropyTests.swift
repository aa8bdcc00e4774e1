import Foundation
import ShadowModels
import Tensors
import Testing

@testable import Attacks

/// The entropy-based attack against its definition (paper, sections 2.4 and 4.3, E1–E3), written out naively.
struct EntropyTests {
    private func entropy(_ v: [Double], _ label: Int) -> Double {
        var sum = 0.0
        for (k, p) in v.enumerated() {
            if k == label { sum -= p == 1 ? 0 : (1 - p) * log(p) } else { sum -= p == 0 ? 0 : p * log(1 - p) }
        }
        return sum
    }

    private func entropies(_ answers: Answers, of label: Int) -> [Double] {
        (0..<answers.count).filter { answers.labels[$0] == label }.map { entropy(Array(answers.vector($0)), label) }
    }

    @Test func equalsTheDefinition() throws {
        let input = LeakyAnswers.input(targetClasses: 4, leak: 1, seed: 5)
        let result = try TransMIAEntropy(parameters: AttackParameters()).scores(input)
        for label in 0..<4 {
            let inside = input.shadows.flatMap { entropies($0.members, of: label) }
            let outside = input.shadows.flatMap { entropies($0.nonMembers, of: label) }
            // E2: the count of right decisions at −∞ and at every observed value; the first largest is taken.
            var (best, threshold) = (outside.count, -Double.infinity)
            for candidate in (inside + outside).sorted() {
                let right = inside.count { $0 <= candidate } + outside.count { $0 > candidate }
                if right > best { (best, threshold) = (right, candidate) }
            }
            #expect(best > outside.count)
            for row in 0..<input.queries.count where input.queries.labels[row] == label {
                let value = entropy(Array(input.queries.vector(row)), label)
                #expect(result.decisions[row] == (value <= threshold))
                #expect(abs(result.scores[row] - (threshold - value)) < 1e-12)
            }
        }
    }

    /// Infinite entropies are allowed: a sure wrong answer scores −∞ and is no member, unless τ itself is +∞.
    @Test func infinities() throws {
        func answers(_ vectors: [[Double]]) -> Answers {
            Answers(vectors: vectors.flatMap(\.self), classes: 2, labels: vectors.map { _ in 0 })
        }
        func scores(_ members: [[Double]], _ others: [[Double]]) throws -> AttackScores {
            let shadow = ShadowAnswers(
                members: answers(members),
                nonMembers: answers(others),
                records: Array(0..<members.count + others.count)
            )
            let queries = answers([[0, 1], [0.9, 0.1], [1, 0]])
            let input = AttackInput(queries: queries, shadows: [shadow], classes: 2, seed: Seed(1))
            return try TransMIAEntropy(parameters: AttackParameters()).scores(input)
        }
        let usual = try scores([[0.9, 0.1], [0.8, 0.2]], [[0, 1], [0.3, 0.7]])
        #expect(usual.decisions == [false, true, true] && usual.scores[0] == -.infinity)
        let odd = try scores([[0, 1], [0, 1]], [[0, 1]])
        #expect(odd.decisions == [true, true, true] && odd.scores == [0, .infinity, .infinity])
        let never = try scores([[0.3, 0.7]], [[1, 0], [0.9, 0.1], [0.3, 0.7]])
        #expect(never.decisions == [false, false, false])
        #expect(never.scores == [-.infinity, -.infinity, -.infinity])
    }
}
