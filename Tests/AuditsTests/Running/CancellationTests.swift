import Audits
import Networks
import Synchronization
import Testing

/// An audit that is cancelled ends soon and leaves nothing.
@Suite struct CancellationTests {
    /// Cancels when a stage begins, or at its first step.
    private final class Canceller: AuditProgress {
        let cancellation = Cancellation()
        private let stage: String
        private let isAtStep: Bool
        private let isRunning = Atomic<Bool>(false)

        init(_ stage: String, atStep: Bool) {
            self.stage = stage
            isAtStep = atStep
        }

        func begin(stage: String, steps: Int) {
            guard stage == self.stage else { return }
            isRunning.store(true, ordering: .relaxed)
            if !isAtStep { cancellation.cancel() }
        }

        func step(_ detail: String) {
            if isAtStep, isRunning.load(ordering: .relaxed) { cancellation.cancel() }
        }

        func end(stage: String) {}
        func note(_ text: String) {}
    }

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
