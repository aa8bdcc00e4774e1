import AuditCore
import Audits
import Foundation
import Networks
import TestSupport
import Testing

/// Whole audits over a shadow store: the same figures, from fewer trained models.
@Suite struct ShadowStoreTests {
    /// Two approaches, sizes and repeats of three shadow models; shadow target models on the baseline ones; the
    /// recipient's own.
    private static let models = 2 * 2 * 2 * 3 + 2 * 2 * 3 + 1

    private let shared: WorkFolder

    init() throws { shared = try WorkFolder() }

    private func run(_ audit: PlantedAudit, threads: Int = 2, output: String? = nil) throws -> AuditResult {
        try audit.run(threads: threads, output: output, store: shared.path("store"))
    }

    private func counts(_ result: AuditResult) -> [Int?] {
        [result.record.provenance.modelsReused, result.record.provenance.modelsTrained]
    }

    @Test func anUnchangedAuditTrainsNothing() throws {
        let finished = try FinishedAudit.standard.get()
        #expect(counts(finished.result) == [nil, nil])
        let first = try PlantedAudit()
        let trained = try run(first)
        finished.result.expectSame(trained)
        #expect(counts(trained) == [0, Self.models])
        #expect(trained.record.shadows.allSatisfy { $0.reused == 0 })

        // Another place and time, another number of threads.
        let second = try PlantedAudit()
        let past = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1e9)]
        for file in ["data.h5", "source.h5"] {
            try FileManager.default.setAttributes(past, ofItemAtPath: second.folder.path(file))
        }
        let reused = try run(second, threads: 1)
        finished.result.expectSame(reused)
        #expect(counts(reused) == [Self.models, 0])
        #expect(reused.record.shadows.allSatisfy { $0.reused == $0.models * $0.repeats })
        // What training cost the adversary is what it cost when it was done.
        #expect(reused.record.shadows.map(\.coreSeconds) == trained.record.shadows.map(\.coreSeconds))
        #expect(try first.folder.bytes("report/scores.h5") == second.folder.bytes("report/scores.h5"))
    }

    @Test func onePixelOrOneHyperparameter() throws {
        let first = try run(PlantedAudit())
        let changed = try PlantedAudit(change: { $0.sets["shadowTrain"]?.values[17 * PlantedData.width] += 0.25 })
        let result = try run(changed)
        let again = try #require(result.record.provenance.modelsTrained)
        #expect(again > 0 && again < Self.models)
        #expect(result.record.shadows.reduce(0) { $0 + $1.reused } > 0)
        result.expectSame(try changed.run())
        #expect(result.scores.runs.map(\.scores) != first.scores.runs.map(\.scores))

        let longer = try run(PlantedAudit(["epochs: 15": "epochs: 16"]))
        // The recipient's own target model has a training of its own, and the source model is the same.
        #expect(counts(longer) == [1, Self.models - 1])
        #expect(counts(try run(PlantedAudit(["seed: 11": "seed: 12"]))) == [0, Self.models])
    }

    static let stages = [
        "Training shadow models (baseline)", "Training shadow models (freezing)", "Building target models (freezing)",
        "Attacking",
    ]

    @Test(arguments: stages) func aKilledAuditContinues(stage: String) throws {
        let finished = try FinishedAudit.standard.get()
        let audit = try PlantedAudit()
        let canceller = Canceller(stage, atStep: true)
        #expect(throws: NetworkError.self) {
            try audit.run(store: shared.path("store"), progress: canceller, cancellation: canceller.cancellation)
        }
        let continued = try run(audit)
        finished.result.expectSame(continued)
        let reused = try #require(continued.record.provenance.modelsReused)
        // At the first step of the first stage, no model is finished.
        #expect(reused > 0 || stage == Self.stages[0])
        #expect(counts(continued) == [reused, Self.models - reused])
        #expect(try audit.folder.bytes("report/scores.h5") == finished.audit.folder.bytes("report/scores.h5"))
    }

    /// Reference models that know some of the audited records are kept like all others.
    @Test func onlineReferences() throws {
        let edits = [
            "[60, 90]": "[60]", "[baseline, freezing]": "[freezing]", "repeats: 2": "repeats: 1",
            "shadowModels: 3":
                "shadowModels: 6", "[transmia-dnn, transmia-svm, transmia-entropy]": "[lira, lira-offline]",
        ]
        let first = try run(PlantedAudit(edits))
        let second = try run(PlantedAudit(edits))
        first.expectSame(second)
        #expect(counts(first) == [0, counts(second)[0]])
        #expect(counts(second)[1] == 0)
    }
}
