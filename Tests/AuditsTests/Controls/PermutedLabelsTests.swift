import AuditCore
import Tensors
import Testing

@testable import Audits

/// Membership shuffled: the scores' AUC is then at chance, however good the attack was.
@Suite struct PermutedLabelsTests {
    private func check(_ runs: [AttackRun], members: Int, nonMembers: Int, seed: UInt64 = 5) -> ValidityCheck {
        PermutedLabels.check(
            HandMadeBook.book(runs, members: members, nonMembers: nonMembers),
            confidence: 0.95,
            seed: Seed(seed)
        )
    }

    @Test(arguments: [0, 0.5, 5])
    func passesHoweverGoodTheAttack(shift: Double) {
        var numbers = NormalNumbers(Seed(1))
        let run = HandMadeBook.run(numbers.next(150, mean: shift), numbers.next(100))
        let check = check([run], members: 150, nonMembers: 100)
        #expect(check.result == .pass)
        #expect(check.id == "permuted-labels")
        #expect((check.value ?? 0) > 0.9)
    }

    @Test func decisionsAreScoresToo() {
        let members = (0..<150).map { $0 < 120 ? 1.0 : 0 }
        let others = (0..<150).map { $0 < 90 ? 1.0 : 0 }
        #expect(check([HandMadeBook.run(members, others)], members: 150, nonMembers: 150).result == .pass)
    }

    @Test func nothingToPermuteIsNotAPass() {
        let same = Array(repeating: 1.0, count: 50)
        #expect(check([HandMadeBook.run(same, same)], members: 50, nonMembers: 50).result == .notRun)
        #expect(check([], members: 50, nonMembers: 50).result == .notRun)
    }

    @Test func theShufflesAreSeeded() {
        var numbers = NormalNumbers(Seed(1))
        let run = HandMadeBook.run(numbers.next(60), numbers.next(60))
        #expect(check([run], members: 60, nonMembers: 60) == check([run], members: 60, nonMembers: 60))
    }
}
