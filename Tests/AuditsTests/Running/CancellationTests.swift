import Audits
import Networks
import Testing

/// An audit that is cancelled ends soon and leaves nothing.
@Suite struct CancellationTests {
    static let stages = [
        "Reading the model and the data", "Checking the records", "Querying the source model",
        "Training shadow models (baseline)", "Training shadow models (freezing)",
        "Building target models (freezing)", "Attacking", "Running the controls",
    ]

    @Test(arguments: stages, [false, true])
    func leavesNothing(stage: String, atStep: Bool) throws {
        let audit = try PlantedAudit()
        let canceller = Canceller(stage, atStep: atStep)
        let error = #expect(throws: NetworkError.self) {
            try audit.run(progress: canceller, cancellation: canceller.cancellation)
        }
        #expect(error?.code == .cancelled)
        #expect(canceller.cancellation.isCancelled)
        #expect(audit.folder.contents("report") == [])
    }

    @Test func beforeItBegins() throws {
        let audit = try PlantedAudit()
        let cancellation = Cancellation()
        cancellation.cancel()
        let error = #expect(throws: NetworkError.self) { try audit.run(cancellation: cancellation) }
        #expect(error?.code == .cancelled)
    }

    @Test func anEarlierReportStays() throws {
        let audit = try PlantedAudit()
        let output = try audit.output
        try audit.folder.write("report/scores.h5", "earlier")
        try audit.folder.write("report/report.xml", "earlier")
        let canceller = Canceller("Attacking", atStep: true)
        #expect(throws: NetworkError.self) {
            try audit.run(output: output, progress: canceller, cancellation: canceller.cancellation)
        }
        #expect(audit.folder.contents("report") == ["report.xml", "scores.h5"])
        #expect(try audit.folder.text("report/scores.h5") == "earlier")
    }
}
