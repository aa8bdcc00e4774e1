import Attacks
import AuditCore
import Policies
import Tensors
import Testing

@testable import Audits

/// Scores for which the usual intervals have no width: they decide nothing by themselves.
@Suite struct DegenerateTests {
    private func figure(_ statistic: Statistic, _ book: ScoreBook) throws -> Measurement {
        let measuring = Measuring(book: book, confidences: { _ in [0.95] }, delta: 0, seed: Seed(3))
        return try #require(measuring.measurements().first { $0.statistic == statistic })
    }

    private func constant(_ score: Double, repeats: Int = 1) -> ScoreBook {
        let same = Array(repeating: score, count: 300)
        let runs = (1...repeats).map { HandMadeBook.run(same, same, turn: $0) }
        return HandMadeBook.book(runs, members: 300, nonMembers: 300)
    }

    @Test(arguments: [1, -1, Double.infinity], [1, 3])
    func constantScoresSayNothing(score: Double, repeats: Int) throws {
        let book = constant(score, repeats: repeats)
        let auc = try figure(.auc, book)
        #expect(auc.value == 0.5)
        #expect(auc.interval == Interval(low: 0, high: 1, confidence: 0.95))
        #expect(auc.note == MeasuredGroup.emptyNote)
        #expect(try figure(.tprAt1, book).interval == Interval(low: 0, high: 1, confidence: 0.95))
        #expect(try figure(.advantage, book).interval == Interval(low: -1, high: 1, confidence: 0.95))
    }

    @Test func constantScoresAreNoEvidenceAndDecideNoGate() throws {
        let policy = try PolicyCatalog.policy("gdpr-baseline", knownAttacks: AttackCatalog.descriptors)
        let same = Array(repeating: 1.0, count: 300)
        let attacks = ["transmia-dnn", "transmia-svm", "transmia-entropy"]
        var runs = [HandMadeBook.run(same, same, attack: "gap", approach: .none, size: 0, learning: nil)]
        for approach in [Approach.baseline, .freezing] {
            runs += attacks.map { HandMadeBook.run(same, same, attack: $0, approach: approach) }
        }
        let book = HandMadeBook.book(runs, members: 300, nonMembers: 300)
        let measurements = Measuring(book: book, confidences: { _ in [0.95] }, delta: 1e-5, seed: Seed(3))
            .measurements()
        let outcomes = Outcomes.of(book, measurements: measurements, confidence: 0.95)
        #expect(outcomes.allSatisfy { $0.state == .noEvidence })
        let judgement = PolicyJudge.judge(
            policy,
            digest: "",
            evidence: Evidence(
                attacks: AuditAttacks.ran([book]),
                measurements: measurements,
                outcomes: outcomes,
                checks: [],
                skips: [],
                context: AuditContext(
                    controller: nil,
                    recipient: nil,
                    release: .partner,
                    dataCategories: []
                )
            ),
            today: try #require(CalendarDay("2026-11-20"))
        )
        #expect(judgement.verdict == .inconclusive)
        let ranking = judgement.gates.filter { $0.statistic != .epsilonLowerBound }
        #expect(ranking.count == 3)
        #expect(ranking.allSatisfy { $0.outcome == .inconclusive && $0.recordsToDecide == nil })
    }

    @Test func perfectSeparationKeepsAnInterval() throws {
        let run = HandMadeBook.run(Array(repeating: 1, count: 100), Array(repeating: -1, count: 100))
        let auc = try figure(.auc, HandMadeBook.book([run], members: 100, nonMembers: 100))
        #expect(auc.value == 1)
        // 1.96 · √(1 / 400) below.
        let low = try #require(auc.interval?.low)
        #expect(abs(low - (1 - 1.959964 / 20)) < 1e-6)
        #expect(auc.interval?.high == 1)
    }

    @Test func twoOfEachSideDecideNothing() throws {
        let book = HandMadeBook.book([HandMadeBook.run([2, 3], [0, 1])], members: 2, nonMembers: 2)
        let auc = try figure(.auc, book)
        #expect(auc.value == 1)
        #expect(auc.interval.map { $0.low < 0.5 } == true)
    }

    @Test func oneConstantRepeatAmongOthersWidens() throws {
        var numbers = NormalNumbers(Seed(4))
        let good = HandMadeBook.run(numbers.next(200, mean: 1), numbers.next(200))
        let same = Array(repeating: 0.0, count: 200)
        let mixed = HandMadeBook.book([good, HandMadeBook.run(same, same, turn: 2)], members: 200, nonMembers: 200)
        let alone = try figure(.auc, HandMadeBook.book([good], members: 200, nonMembers: 200))
        let both = try figure(.auc, mixed)
        let (narrow, wide) = (try #require(alone.interval), try #require(both.interval))
        #expect(wide.high - wide.low > narrow.high - narrow.low)
        #expect(both.method != alone.method)
    }
}
