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
    @Test(arguments: [
        (530, AttackOutcome.State.noEvidence), (524, .didNotLearn), (500, .didNotLearn), (300, .didNotLearn),
    ])
    func learningIsJudgedByItsBound(right: Int, state: AttackOutcome.State) throws {
        let learning = AttackScores.Learning(auc: 0.5, rightDecisions: right, records: 1000)
        #expect(try outcome(shift: 0, learning: [learning]).state == state)
        #expect(try outcome(shift: 0.6, learning: [learning]).state == .leaks, "what ranks members first is evidence")
    }

    @Test func mostRepeatsDecideWhetherItLearned() throws {
        let well = AttackScores.Learning(auc: 0.8, rightDecisions: 700, records: 1000)
        let not = AttackScores.Learning(auc: 0.5, rightDecisions: 500, records: 1000)
        #expect(try outcome(shift: 0, learning: [well, not]).state == .noEvidence)
        #expect(try outcome(shift: 0, learning: [well, not, not]).state == .didNotLearn)
    }

    @Test func ofManyNullAttacksNoneLeaks() {
        let runs = (0..<80).map { index in
            var numbers = NormalNumbers(Seed(700 + UInt64(index)))
            return HandMadeBook.run(numbers.next(100), numbers.next(100), attack: "attack-\(index)")
        }
        let book = HandMadeBook.book(runs, members: 100, nonMembers: 100)
        let measurements = Measuring(book: book, confidences: { _ in [0.95] }, delta: 0, seed: Seed(3)).measurements()
        let above = measurements.filter { $0.statistic == .auc && ($0.interval?.low ?? 0) > 0.5 }
        // By their intervals alone a few would.
        #expect(!above.isEmpty)
        let outcomes = Outcomes.of(book, measurements: measurements, confidence: 0.95)
        #expect(outcomes.allSatisfy { $0.state == .noEvidence })
    }

    @Test func whatLeaksHasAnIntervalAboveChance() throws {
        for step in 0..<40 {
            var numbers = NormalNumbers(Seed(8))
            let run = HandMadeBook.run(numbers.next(300, mean: 0.01 * Double(step)), numbers.next(300))
            let book = HandMadeBook.book([run], members: 300, nonMembers: 300)
            let measurements = Measuring(book: book, confidences: { _ in [0.95] }, delta: 0, seed: Seed(3))
                .measurements()
            let auc = try #require(measurements.first { $0.statistic == .auc })
            let outcome = try #require(Outcomes.of(book, measurements: measurements, confidence: 0.95).first)
            #expect((outcome.state == .leaks) == ((auc.interval?.low ?? 0) > 0.5), "shift \(step)")
        }
    }

    @Test func attacksThatLearnNothingAreNeverUnlearned() throws {
        let leak = try outcome(shift: 0.6, learning: [nil])
        #expect(leak.state == .leaks)
        #expect(leak.shadowAUC == nil)
    }

    @Test func attackWithoutShadowRecordsDidNotLearn() throws {
        let none = AttackScores.Learning(auc: 0.5, rightDecisions: 0, records: 0)
        #expect(try outcome(shift: 0, learning: [none]).state == .didNotLearn)
    }
}
