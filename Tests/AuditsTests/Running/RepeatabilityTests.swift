import AuditCore
import Audits
import Testing

/// The same manifest and seed give the same figures, whatever the number of threads.
@Suite struct RepeatabilityTests {
    @Test func sameSeedTwice() throws {
        let finished = try FinishedAudit.standard.get()
        finished.result.expectSame(try PlantedAudit().run(threads: 2))
    }

    @Test func oneThreadOrTwo() throws {
        let finished = try FinishedAudit.standard.get()
        finished.result.expectSame(try PlantedAudit().run(threads: 1))
    }

    @Test func anotherSeedGivesOtherFigures() throws {
        let finished = try FinishedAudit.standard.get()
        let other = try PlantedAudit(["seed: 11": "seed: 12"]).run()
        #expect(finished.result.record.measurements != other.record.measurements)
        // What the source model answers has nothing to do with the seed.
        #expect(finished.result.scores.source == other.scores.source)
    }
}
