import Attacks
import AuditCore
import Tensors
import Testing

@testable import Audits

/// The three results that all look like "accuracy 0.5".
@Suite struct OutcomesTests {
    private func outcome(
        shift: Double,
        learning: [AttackScores.Learning?] = [.init(auc: 0.8, rightDecisions: 700, records: 1000)]
    ) throws -> AttackOutcome {
        var numbers = NormalNumbers(Seed(8))
        let runs = learning.enumerated().map { index, learning in
            HandMadeBook.run(numbers.next(300, mean: shift), numbers.next(300), turn: index + 1, learning: learning)
        }
        let book = HandMadeBook.book(runs, members: 300, nonMembers: 300)
        let measuring = Measuring(book: book, confidences: { _ in [0.95] }, delta: 0, seed: Seed(3))
        let outcomes = Outcomes.of(book, measurements: measuring.measurements(), confidence: 0.95)
        #expect(outcomes.count == 1)
        return try #require(outcomes.first)
    }

    @Test func leaks() throws {
        let leak = try outcome(shift: 0.6)
        #expect(leak.state == .leaks)
        #expect(leak.shadowAUC == 0.8)
    }

    @Test(arguments: [0, -0.6])
    func noEvidence(shift: Double) throws {
        #expect(try outcome(shift: shift).state == .noEvidence)
    }

    @Test func rankingMembersBelowIsSaid() throws {
        #expect(try outcome(shift: 0).sentence != outcome(shift: -0.6).sentence)
    }

    /// 530 of 1,000 right: the lower bound at 5 % is 0.5036; 524 of 1,000: 0.4975.
    @Test(arguments: [(530, AttackOutcome.State.leaks), (524, .didNotLearn), (500, .didNotLearn), (300, .didNotLearn)])
    func learningIsJudgedByItsBound(right: Int, state: AttackOutcome.State) throws {
        let learning = AttackScores.Learning(auc: 0.5, rightDecisions: right, records: 1000)
        #expect(try outcome(shift: 0.6, learning: [learning]).state == state)
    }

    @Test func mostRepeatsDecideWhetherItLearned() throws {
        let well = AttackScores.Learning(auc: 0.8, rightDecisions: 700, records: 1000)
        let not = AttackScores.Learning(auc: 0.5, rightDecisions: 500, records: 1000)
        #expect(try outcome(shift: 0.6, learning: [well, not]).state == .leaks)
        #expect(try outcome(shift: 0.6, learning: [well, not, not]).state == .didNotLearn)
    }

    @Test func attacksThatLearnNothingAreNeverUnlearned() throws {
        let leak = try outcome(shift: 0.6, learning: [nil])
        #expect(leak.state == .leaks)
        #expect(leak.shadowAUC == nil)
    }

    @Test func attackWithoutShadowRecordsDidNotLearn() throws {
        let none = AttackScores.Learning(auc: 0.5, rightDecisions: 0, records: 0)
        #expect(try outcome(shift: 0.6, learning: [none]).state == .didNotLearn)
    }
}
