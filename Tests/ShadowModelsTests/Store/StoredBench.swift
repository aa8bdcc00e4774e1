import AuditCore
import Foundation
import Networks
import Synchronization
import Tensors
import TestSupport

@testable import ShadowModels

/// A small audit's shadow training with a store; tests change one thing of it and count what is trained again.
struct StoredBench {
    static let approaches: [Approach] = [.baseline, .freezing, .fineTuning]
    static let trainCount = 60

    var source: SourceModel
    /// Shadow training, shadow test and audited records, one array of values each.
    var values: [[Float]]
    var labels: [Int]
    var recipe = Small.recipe(epochs: 2)
    var seed: UInt64 = 11
    var temperature: Double?
    var keepsWeights = false
    var checkpoints: CheckpointPlan?
    var version = "1"
    var threads = 1
    var sizes = [9, 24]
    var models = 3
    var cancellation = Cancellation()

    init() throws {
        source = try Small.source()
        let sets = try [(60, 1), (66, 2), (30, 3)].map { try Small.records($0.0, seed: $0.1) }
        values = try sets.flatMap { set in
            let all = try set.records.values(Array(0..<set.records.count))
            return (0..<all.rows).map { Array(all.row($0)) }
        }
        labels = sets.flatMap(\.labels)
    }

    /// What training left, and what of it was trained.
    struct Outcome {
        let farms: [TrainedFarm]
        let reused: Int
        let trained: Int

        /// Whether attacks see the same, to the last bit.
        func isSame(as other: Outcome) -> Bool {
            farms.map(\.farm.models) == other.farms.map(\.farm.models)
                && farms.map(\.references) == other.farms.map(\.references)
                && farms.map(\.weights) == other.farms.map(\.weights)
                && farms.map(\.checkpoints) == other.farms.map(\.checkpoints)
        }
    }

    func train(_ approach: Approach, _ store: ShadowStore?, done: @escaping @Sendable (Double) -> Void = { _ in })
        throws
        -> Outcome
    {
        let before = store?.counts ?? (reused: 0, trained: 0)
        let farms = try trainer(store).train(
            plan(approach),
            keepsWeights: keepsWeights,
            references: references,
            checkpoints: checkpoints,
            done: done
        )
        let after = store?.counts ?? (reused: 0, trained: 0)
        return Outcome(farms: farms, reused: after.reused - before.reused, trained: after.trained - before.trained)
    }

    var references: ReferencePlan? { temperature.map { ReferencePlan(temperature: $0) } }

    func plan(_ approach: Approach) -> ShadowPlan {
        ShadowPlan(approach: approach, sizes: sizes, repeats: 2, models: models, recipe: recipe)
    }

    func trainer(_ store: ShadowStore?) -> ShadowTrainer {
        ShadowTrainer(
            source: source,
            train: set(0..<60),
            test: set(60..<126),
            audited: set(126..<156),
            store: store,
            seed: Seed(seed),
            device: .cpu,
            threads: threads,
            cancellation: cancellation
        )
    }

    private func set(_ rows: Range<Int>) -> (records: RecordBatches, labels: [Int]) {
        let records = values[rows].map(\.self)
        let batches = RecordBatches(
            count: records.count,
            recordShape: [records[0].count],
            digests: { rows in rows.map { row in records[row].withUnsafeBytes { Array($0) } } },
            values: { rows in
                TensorValues(shape: [rows.count, records[0].count], floats: rows.flatMap { records[$0] })
            }
        )
        return (batches, Array(labels[rows]))
    }

    func store(_ folder: WorkFolder, _ warnings: Warnings = Warnings()) -> ShadowStore {
        ShadowStore(folder: folder.path("store"), version: version) { warnings.add($0) }
    }

    /// What a store complained of.
    final class Warnings: Sendable {
        private let lines = Mutex<[String]>([])

        func add(_ line: String) { lines.withLock { $0.append(line) } }

        var all: [String] { lines.withLock { $0 } }
    }
}
