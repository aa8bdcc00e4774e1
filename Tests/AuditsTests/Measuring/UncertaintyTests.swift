import AuditCore
import Attacks
import Statistics
import Tensors
import Testing

@testable import Audits

/// Where the uncertainty of an AUC comes from, with parts that are known.
@Suite struct UncertaintyTests {
    private let count = 400

    /// Scores with a signal of one standard deviation, drawn anew for each seed.
    private func scores(_ seed: UInt64) -> (members: [Double], others: [Double]) {
        var numbers = NormalNumbers(Seed(seed))
        return (numbers.next(count, mean: 1), numbers.next(count))
    }

    private func run(_ seed: UInt64, turn: Int = 1, variants: AttackVariants?) -> AttackRun {
        let (members, others) = scores(seed)
        let run = HandMadeBook.run(members, others, approach: .freezing, turn: turn)
        return AttackRun(
            attack: run.attack,
            approach: run.approach,
            size: run.size,
            turn: turn,
            scores: run.scores,
            coreSeconds: 0,
            variants: variants
        )
    }

    private func split(_ runs: [AttackRun]) -> UncertaintySplit? {
        UncertaintySplits.of(HandMadeBook.book(runs, members: count, nonMembers: count), seed: Seed(1)).first
    }

    private func auc(_ seed: UInt64) throws -> Double {
        let (members, others) = scores(seed)
        return try #require(ROC.auc(members: members, nonMembers: others))
    }

    @Test func partsAreThoseOfTheirDefinitions() throws {
        let first = try auc(1)
        let variants = AttackVariants(
            retrained: [first + 0.03, first - 0.03],
            without: [0.7, 0.72, 0.71, 0.69],
            isTrained: true
        )
        let split = try #require(self.split([run(1, variants: variants)]))
        let (members, others) = scores(1)
        let variance = try #require(DeLong.variance(members: members, nonMembers: others))
        #expect(abs(split.sample - variance.squareRoot()) < 1e-12)
        // Of first, first + .03 and first − .03 with n − 1; of the jackknife √(3 / 4 · 5e-4).
        #expect(abs(try #require(split.training) - 0.03) < 1e-9)
        #expect(abs(try #require(split.shadow) - (0.75 * 5e-4).squareRoot()) < 1e-12)
        #expect(split.shadowMethod == .jackknife && split.largest == .training)
    }

    @Test func repeatsHoldShadowModelsAndTraining() throws {
        let values = try [1, 2, 3].map(auc)
        let spread = try #require(Descriptive.standardDeviation(values))
        let small = AttackVariants(retrained: [values[0], values[0]], without: [], isTrained: true)
        let runs = [run(1, variants: small), run(2, turn: 2, variants: nil), run(3, turn: 3, variants: nil)]
        let split = try #require(self.split(runs))
        #expect(split.training == 0 && split.shadowMethod == .repeats)
        #expect(abs(try #require(split.shadow) - spread / 3.0.squareRoot()) < 1e-12)

        // Where the training alone explains the spread, nothing is left for the shadow models.
        let large = AttackVariants(retrained: [values[0] + 0.2, values[0] - 0.2], without: [], isTrained: true)
        let other = try #require(self.split([run(1, variants: large)] + runs.dropFirst()))
        #expect(other.shadow == 0 && other.largest == .training)
    }

    @Test func whatWasNotTriedIsNotNothing() throws {
        let still = AttackVariants(retrained: [], without: [], isTrained: false)
        let split = try #require(self.split([run(1, variants: still)]))
        #expect(split.training == 0, "nothing in the attack is left to chance")
        #expect(split.shadow == nil && split.shadowMethod == nil && split.largest == .sample)
        let untried = AttackVariants(retrained: [], without: [], isTrained: true)
        #expect(try #require(self.split([run(1, variants: untried)])).training == nil)
        #expect(self.split([run(1, variants: nil)]) == nil)
    }
}
