import AuditCore
import Foundation
import KerasModels
import Networks
import Tensors
import Testing

@testable import Audits

/// Audits of a model whose training somebody watched.
@Suite struct CheckpointTests {
    private static let files = ["round-1.h5", "round-2.h5"]
    private static let edits = [
        "{model: source.h5}": "{model: source.h5, checkpoints: [round-1.h5, round-2.h5]}",
        "[transmia-dnn, transmia-svm, transmia-entropy]": "[whitebox-gradients, federated-gradients]",
        "[baseline, freezing]": "[baseline]", "shadowModels: 3": "shadowModels: 6", "epochs: 15": "epochs: 60",
        "repeats: 2": "repeats: 1", "  attackTraining: {epochs: 5}": "  attackTraining: {epochs: 20}",
    ]

    private func audit(_ edits: [String: String] = edits, second: KerasModel? = nil) throws -> PlantedAudit {
        let audit = try PlantedAudit(edits)
        let states = try PlantedModel.training.get().checkpoints
        for (file, state) in zip(Self.files, [states[0], second ?? states[1]]) {
            try KerasModelWriter.write(state, to: audit.folder.path(file))
        }
        return audit
    }

    @Test func findsTheLeakInWhatChangedDuringTraining() throws {
        let record = try audit().run().record
        let auc = record.measurements.first { $0.attack == "federated-gradients" && $0.statistic == .auc }
        #expect((auc?.interval?.low ?? 0) > 0.55, "\(String(describing: auc))")
        #expect(record.skips.allSatisfy { $0.id != "federated-gradients" })
        let files = record.provenance.files.filter { $0.role == "source checkpoint" }
        #expect(files.map(\.name) == Self.files && Set(files.map(\.sha256)).count == 2)
        let cost = record.costs.first { $0.attack == "federated-gradients" }
        #expect(cost.map { $0.coreSeconds > 0 && $0.queries == 400 } == true)
        let descriptor = try #require(record.attacks.first { $0.id == "federated-gradients" })
        #expect(descriptor.access.contains(.sourceCheckpoints))
    }

    /// Named epochs that are those of the even spread give the same figures, from a store too.
    @Test func namedEpochsAndTheStore() throws {
        let spread = try audit()
        let store = try spread.folder.folder("store")
        let first = try spread.run(store: store)
        #expect(first.record.provenance.modelsReused == 0)
        let named =
            "{model: source.h5, checkpoints: [{model: round-1.h5, epoch: 20}, {model: round-2.h5, epoch: 40}]}"
        let second = try audit(Self.edits.merging(["{model: source.h5}": named]) { $1 }).run(store: store)
        second.expectSame(first)
        #expect(second.record.provenance.modelsTrained == 0)
        // Another epoch: the six models that are looked at, and nothing else.
        let other = named.replacingOccurrences(of: "epoch: 20", with: "epoch: 8")
        let third = try audit(Self.edits.merging(["{model: source.h5}": other]) { $1 }).run(store: store)
        #expect(third.record.provenance.modelsTrained == 6)
    }

    @Test func withoutCheckpointsItIsSkipped() throws {
        let audit = try PlantedAudit(Self.edits.filter { $0.key != "{model: source.h5}" })
        let manifest = try ManifestReader.read(path: audit.folder.path("audit.yaml"))
        let plan = try Audit.plan(manifest, options: audit.options())
        #expect(plan.lines.contains { $0.hasPrefix("left out: federated-gradients") })
        let skips = try audit.run().record.skips.filter { $0.id == "federated-gradients" }
        #expect(skips.map { $0.remedy.text.contains("source.checkpoints") } == [true])
        #expect(ObservationStage.asked(manifest) == [.gradients])
    }

    @Test func planCountsThem() throws {
        let audit = try audit()
        let manifest = try ManifestReader.read(path: audit.folder.path("audit.yaml"))
        let plan = try Audit.plan(manifest, options: audit.options())
        #expect(plan.lines.contains("checkpoints: 2, held against shadow models after epochs [20, 40]"))
        #expect(plan.lines.contains { $0.hasPrefix("read off models: gradients at checkpoints") })
        let records = Workload.Records(audited: 400, shadow: 400, target: 100, student: 0)
        let work = Workload(manifest, plans: manifest.adversary.plans, records: records).observations
        let once = try #require(work[.gradients])
        #expect(work[.checkpoints] == 3 * once)
    }

    @Test func modelsOfAnotherArchitecture() throws {
        let architecture = try Architecture(
            name: "other",
            inputShape: [PlantedData.width],
            [
                NamedLayer(
                    name: "features",
                    kind: "Dense",
                    layer: Dense(inputs: PlantedData.width, units: 16, activation: .relu)
                ),
                NamedLayer(name: "classifier", kind: "Dense", layer: Dense(inputs: 16, units: PlantedData.classes)),
            ]
        )
        let other = KerasModel(architecture, weights: try architecture.freshWeights(Seed(1)))
        let audit = try audit(second: other)
        let error = #expect(throws: ManifestError.self) { try audit.run() }
        #expect(error?.code == .conflict && error?.remedy.isEmpty == false)
        guard case .file(_, let line?, let column?) = error?.location else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(line == 3)
        #expect(Array(audit.lines[2])[(column - 1)...].starts(with: "round-2.h5"))
        #expect(audit.folder.contents("report") == [])
    }
}
