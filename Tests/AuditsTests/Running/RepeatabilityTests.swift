import AuditCore
import Audits
import Testing

/// The same manifest and seed give the same figures, whatever the number of threads.
@Suite struct RepeatabilityTests {
    private func expectSame(_ one: AuditResult, _ other: AuditResult) {
        let (first, second) = (one.record, other.record)
        #expect(first.measurements == second.measurements)
        #expect(first.classMeasurements == second.classMeasurements)
        #expect(first.outcomes == second.outcomes)
        #expect(first.checks == second.checks)
        #expect(first.judgement == second.judgement)
        #expect(first.findings == second.findings)
        #expect(first.figures == second.figures)
        #expect(one.scores.runs.map(\.scores) == other.scores.runs.map(\.scores))
        #expect(one.scores.source == other.scores.source)
        #expect(one.scores.target == other.scores.target)
    }

    @Test func sameSeedTwice() throws {
        let finished = try FinishedAudit.standard.get()
        expectSame(finished.result, try PlantedAudit().run(threads: 2))
    }

    @Test func oneThreadOrTwo() throws {
        let finished = try FinishedAudit.standard.get()
        expectSame(finished.result, try PlantedAudit().run(threads: 1))
    }

    @Test func anotherSeedGivesOtherFigures() throws {
        let finished = try FinishedAudit.standard.get()
        let other = try PlantedAudit(["seed: 11": "seed: 12"]).run()
        #expect(finished.result.record.measurements != other.record.measurements)
        // What the source model answers has nothing to do with the seed.
        #expect(finished.result.scores.source == other.scores.source)
    }
}
