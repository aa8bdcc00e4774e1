import Foundation
import Tensors
import Testing

@testable import Countermeasures

/// Answers guarded against the owner's own classifier of membership.
@Suite struct MemGuardTests {
    private static let classes = 5

    /// Answers of an over-fitted model: members' are near certain, others' are not.
    private static func vectors(_ count: Int, sharpness: Double, seed: UInt64) -> [[Double]] {
        var generator = Seed(seed).generator
        return (0..<count).map { _ in
            let logits = (0..<classes).map { _ in sharpness * Double.random(in: 0..<1, using: &generator) }
            let powers = logits.map { exp($0) }
            return powers.map { $0 / powers.reduce(0, +) }
        }
    }

    private static let own = OwnAnswers(
        members: vectors(200, sharpness: 20, seed: 1),
        others: vectors(150, sharpness: 8, seed: 2)
    )
    private static let fresh = (
        members: vectors(80, sharpness: 20, seed: 3), others: vectors(80, sharpness: 8, seed: 4)
    )

    private static func guarding(budget: Double) throws -> MemGuard {
        let settings = CountermeasureSettings(MemGuard.descriptor, ["budget": budget])
        return try MemGuard(settings).fitted(to: own, seed: Seed(9))
    }

    /// Share of pairs of a member and another of which the classifier puts the member first; half of those it ties.
    private func area(_ classifier: MembershipClassifier, _ answer: ([Double]) -> [Double]) -> Double {
        let scores = [Self.fresh.members, Self.fresh.others].map { $0.map { classifier.logit(answer($0)) } }
        var wins = 0.0
        for member in scores[0] {
            for other in scores[1] { wins += abs(member - other) < 1e-6 ? 0.5 : member > other ? 1 : 0 }
        }
        return wins / Double(scores[0].count * scores[1].count)
    }

    /// s′ is a prediction vector with the same class, and g(s′) = 0.5.
    @Test func guardedAnswersAreUndecided() throws {
        let guarding = try Self.guarding(budget: 2)
        let classifier = try #require(guarding.classifier)
        var found = 0
        for vector in Self.fresh.members + Self.fresh.others {
            let answer = guarding.answer(vector)
            #expect(abs(answer.reduce(0, +) - 1) < 1e-9 && answer.allSatisfy { $0 >= 0 && $0 <= 1 })
            #expect(answer.firstIndex(of: answer.max() ?? 2) == vector.firstIndex(of: vector.max() ?? 2))
            if abs(classifier.logit(answer)) < 1e-3 { found += 1 }
        }
        #expect(found > 150)
        #expect(area(classifier) { $0 } > 0.8)
        #expect(abs(area(classifier, guarding.answer) - 0.5) < 0.05)
    }

    /// p·Σ|s′ − s| ≤ ε for every answer; with less to spend, more answers stay as they are.
    @Test func theBudgetIsKept() throws {
        var changes: [Double] = []
        for budget in [0.001, 0.2] {
            let guarding = try Self.guarding(budget: budget)
            var (changed, expected) = (0.0, 0.0)
            for vector in Self.fresh.members.prefix(40) {
                guard let guarded = guarding.guarded(vector) else { continue }
                let distance = zip(guarded.vector, vector).reduce(0) { $0 + abs($1.0 - $1.1) }
                #expect(guarded.probability * distance <= budget + 1e-12)
                #expect(guarded.probability == 1 || abs(guarded.probability * distance - budget) < 1e-9)
                expected += guarded.probability
                let answer = guarding.answer(vector)
                if answer != vector { changed += 1 }
                // Asking twice tells nothing more.
                #expect(answer == guarding.answer(vector))
            }
            // Five standard deviations of so many draws.
            #expect(abs(changed - expected) < 5 * 40.0.squareRoot() / 2)
            changes.append(expected)
        }
        #expect(changes[0] < changes[1])
    }

    /// ∂h/∂s against differences of h.
    @Test func theGradientIsThatOfTheLogit() throws {
        let classifier = try #require(try Self.guarding(budget: 1).classifier)
        let vector = [0.5, 0.2, 0.15, 0.1, 0.05]
        let gradient = classifier.evaluated(vector).gradient
        for index in vector.indices {
            var (low, high) = (vector, vector)
            low[index] -= 1e-6
            high[index] += 1e-6
            let slope = (classifier.logit(high) - classifier.logit(low)) / 2e-6
            #expect(abs(slope - gradient[index]) < 1e-4 * max(1, abs(slope)))
        }
    }

    @Test func withoutReferenceRecordsItIsNotApplicable() {
        let settings = CountermeasureSettings(MemGuard.descriptor)
        let error = #expect(throws: CountermeasureError.self) {
            try MemGuard(settings).fitted(to: OwnAnswers(members: Self.own.members, others: []), seed: Seed(1))
        }
        #expect(error?.code == .notApplicable)
        #expect(error?.summary.contains("data.reference") == true)
        // Untrained, it changes nothing.
        #expect(MemGuard(settings).answer([0.9, 0.1]) == [0.9, 0.1])
    }

    @Test func theSeedDecides() throws {
        let (first, second) = (try Self.guarding(budget: 1), try Self.guarding(budget: 1))
        #expect(first.learned == second.learned && !first.learned.isEmpty)
        #expect(Self.fresh.members.prefix(5).allSatisfy { first.answer($0) == second.answer($0) })
    }
}
