import AuditCore
import Networks
import Tensors
import TestSupport
import Testing

@testable import ShadowModels

/// Target models in a store.
struct TargetStoreTests {
    private let folder: WorkFolder
    private let source: SourceModel

    init() throws {
        folder = try WorkFolder()
        source = try Small.source()
    }

    private struct Change {
        var record = 0
        var query = -1
        var layer = -1
        var seed: UInt64 = 32
        var epochs = 3
        var label = 0
    }

    private func identified(_ count: Int, seed: UInt64, changed: Int) throws -> RecordBatches {
        let records = try Small.records(count, seed: seed).records
        return RecordBatches(
            count: count,
            recordShape: [6],
            digests: { rows in rows.map { [UInt8(seed), UInt8($0), $0 == changed ? 1 : 0] } },
            values: { rows in
                var floats = try records.values(rows).floats
                for (place, row) in rows.enumerated() where row == changed { floats[place * 6] += 1 }
                return TensorValues(shape: [rows.count, 6], floats: floats)
            }
        )
    }

    private func train(_ approach: Approach, _ change: Change, _ store: ShadowStore?) throws -> [FarmResult] {
        var labels = (0..<30).map { $0 * 7 % 5 }
        labels[3] = (labels[3] + change.label) % 5
        let trainer = try TargetTrainer(
            source: source,
            records: identified(30, seed: 22, changed: change.record - 1),
            labels: labels,
            classes: 5,
            store: store,
            device: .cpu,
            threads: 2,
            cancellation: Cancellation()
        )
        let donors = try (0..<3).map { index in
            var weights = try source.architecture.freshWeights(Seed(31).derived("donor", index))
            if index == 1, change.layer >= 0 {
                let old = weights.layers[change.layer][0]
                weights.layers[change.layer][0] = TensorValues(shape: old.shape, floats: old.floats.map { $0 + 0.01 })
            }
            return TargetTrainer.Donor(
                weights: weights,
                queryRows: Array((0..<20).filter { $0 % (index + 1) == 0 }),
                seed: Seed(change.seed).derived("target", index)
            )
        }
        return try trainer.train(
            approach: approach,
            recipe: Small.recipe(epochs: change.epochs),
            donors: donors,
            queries: identified(20, seed: 21, changed: change.query)
        )
    }

    @Test(arguments: [Approach.freezing, .fineTuning])
    func retrainedIsWhatDepends(approach: Approach) throws {
        func store() -> ShadowStore {
            ShadowStore(folder: folder.path("store"), version: "1") { Issue.record("\($0)") }
        }
        _ = try train(approach, Change(), store())
        let changes: [(Change, trained: Int)] = [
            (Change(), 0), (Change(record: 5), 3), (Change(label: 1), 3), (Change(query: 0), 3), (Change(query: 2), 2),
            (Change(query: 7), 1), (Change(layer: 2), 1), (Change(layer: 4), 0), (Change(seed: 33), 3),
            (Change(epochs: 4), 3),
        ]
        for (change, trained) in changes {
            let store = store()
            let results = try train(approach, change, store)
            #expect(store.counts == (3 - trained, trained), "\(change)")
            #expect(try results.map(\.logits) == train(approach, change, nil).map(\.logits))
        }
    }
}
