import AuditCore
import Foundation
import Networks
import Synchronization
import Tensors
import TestSupport
import Testing

@testable import ShadowModels

/// Features of several cuts from one pass over the records.
@Suite struct StoredFeaturesTests {
    private static let plan = ShadowPlan(
        approach: .freezing,
        sizes: [20],
        repeats: 1,
        models: 3,
        recipe: Small.recipe()
    )

    /// How often each record was read.
    private final class Reads: Sendable {
        private let counts = Mutex([Int: Int]())

        var all: [Int: Int] { counts.withLock { $0 } }

        func count(_ rows: [Int]) { counts.withLock { counts in for row in rows { counts[row, default: 0] += 1 } } }
    }

    private func counted(_ records: RecordBatches, _ reads: Reads) -> RecordBatches {
        RecordBatches(count: records.count, recordShape: records.recordShape) { rows in
            reads.count(rows)
            return try records.values(rows)
        }
    }

    private func store(_ folder: WorkFolder) -> ShadowStore {
        ShadowStore(folder: folder.path("store"), version: "test") { _ in }
    }

    /// Records that say what they are, so that their features have an address.
    private func named(_ records: RecordBatches) -> RecordBatches {
        RecordBatches(
            count: records.count,
            recordShape: records.recordShape,
            digests: { rows in rows.map { Array("\($0)".utf8) } },
            values: records.values
        )
    }

    private func trainer(
        _ source: SourceModel,
        named isNamed: Bool = false,
        reads: Reads? = nil
    ) throws -> ShadowTrainer {
        let train = try Small.records(60, seed: 1)
        let test = try Small.records(66, seed: 2)
        func prepared(_ records: RecordBatches) -> RecordBatches {
            let records = isNamed ? named(records) : records
            return reads.map { counted(records, $0) } ?? records
        }
        return ShadowTrainer(
            source: source,
            train: (prepared(train.records), train.labels),
            test: (prepared(test.records), test.labels),
            seed: Seed(11),
            device: .cpu,
            threads: 2,
            cancellation: Cancellation()
        )
    }

    @Test func headsOfEveryCutFromOnePass() throws {
        let folder = try WorkFolder()
        let cuts = ["shared_1", "shared_2"]
        let sources = try cuts.map { try Small.source(activation: Small.unstackable, cut: $0) }
        let reads = Reads()
        var own = try trainer(sources[0], reads: reads)
        let features = try own.storedFeatures(Self.plan, nodes: sources.map(\.featureNode), in: store(folder))
        own.features = features
        for source in sources {
            own.source = source
            let kept = try own.train(Self.plan)[0].farm.models
            // The same heads, to the last bit, as without kept features.
            let plain = try trainer(source).train(Self.plan)[0].farm.models
            #expect(kept.map(\.members) == plain.map(\.members))
            #expect(kept.map(\.nonMembers) == plain.map(\.nonMembers))
        }
        #expect(features.passes == 1)
        // The two sets count from 0 each; some rows stand for others in gaps, none twice in more than one pass.
        #expect(!reads.all.isEmpty && reads.all.values.reduce(0, +) < 2 * (60 + 66))
        features.remove()
        #expect(try StoreFolder.entries(folder.path("store")).isEmpty)
    }

    @Test func whatIsThereIsNotComputedAgain() throws {
        let folder = try WorkFolder()
        let source = try Small.source()
        let nodes = [1, 2]
        let first = try trainer(source, named: true).storedFeatures(Self.plan, nodes: nodes, in: store(folder))
        let before = try #require(try first.table(2) { _ in })
        let entries = try StoreFolder.entries(folder.path("store"))
        #expect(entries.count == 2 && entries.allSatisfy { $0.kind == "features" })

        let again = try trainer(source, named: true).storedFeatures(Self.plan, nodes: nodes, in: store(folder))
        let after = try #require(try again.table(2) { _ in })
        #expect(again.passes == 0)
        let rows = Array(0..<before.records.count)
        #expect(try after.records.values(rows) == before.records.values(rows))

        // A damaged file is nothing, and only its node is computed again.
        let path = StoreFolder.path(entries[0].name, in: folder.path("store"))
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[bytes.count - 40] ^= 1
        try bytes.write(to: URL(filePath: path))
        let mended = try trainer(source, named: true).storedFeatures(Self.plan, nodes: nodes, in: store(folder))
        let healed = try #require(try mended.table(2) { _ in })
        #expect(mended.passes == 1)
        #expect(try healed.records.values(rows) == before.records.values(rows))
    }

    /// Other weights, other features.
    @Test func anotherModelHasOtherFeatures() throws {
        let folder = try WorkFolder()
        let source = try Small.source()
        let other = try SourceModel(
            source.architecture,
            weights: source.architecture.freshWeights(Seed(78)),
            cut: source.cut
        )
        let first = try trainer(source, named: true).storedFeatures(Self.plan, nodes: [2], in: store(folder))
        let second = try trainer(other, named: true).storedFeatures(Self.plan, nodes: [2], in: store(folder))
        let (one, two) = (try first.table(2) { _ in }, try second.table(2) { _ in })
        #expect(try one?.records.values([0]) != two?.records.values([0]))
        #expect(second.passes == 1)
    }

    @Test func aFolderThatCannotBeWrittenSaysSo() throws {
        let folder = try WorkFolder()
        try Data([1]).write(to: folder.url.appending(path: "store"))
        let features = try trainer(Small.source()).storedFeatures(Self.plan, nodes: [2], in: store(folder))
        #expect {
            _ = try features.table(2) { _ in }
        } throws: { error in
            (error as? FeatureError)?.code == .unwritable
        }
    }

    /// A recipient's head over kept features is the one it has over features of its own.
    @Test func recipientsUseThemToo() throws {
        let folder = try WorkFolder()
        let train = try Small.records(30, seed: 3)
        let queries = try Small.records(20, seed: 4).records
        for cut in ["shared_1", "shared_2"] {
            let source = try Small.source(activation: Small.unstackable, cut: cut)
            var trainer = try TargetTrainer(
                source: source,
                records: train.records,
                labels: train.labels,
                classes: 3,
                device: .cpu,
                threads: 1,
                cancellation: Cancellation()
            )
            let donor = TargetTrainer.Donor(weights: source.weights, queryRows: Array(0..<20), seed: Seed(9))
            func logits() throws -> TensorValues {
                try trainer.train(
                    approach: .freezing,
                    recipe: Small.recipe(),
                    donors: [donor],
                    queries: queries
                )[0].logits
            }
            let plain = try logits()
            trainer.features = trainer.storedFeatures(of: queries, nodes: [source.featureNode], in: store(folder))
            #expect(try logits() == plain)
            #expect(trainer.features?.passes == 1)
        }
    }

    /// A recipient who gets nothing has a model that no donor shapes.
    @Test func theBaselineUsesNoLayer() throws {
        let train = try Small.records(30, seed: 3)
        let queries = try Small.records(20, seed: 4).records
        let source = try Small.source()
        let trainer = try TargetTrainer(
            source: source,
            records: train.records,
            labels: train.labels,
            classes: 3,
            device: .cpu,
            threads: 1,
            cancellation: Cancellation()
        )
        func logits(_ approach: Approach, _ weights: Weights) throws -> TensorValues {
            let donor = TargetTrainer.Donor(weights: weights, queryRows: Array(0..<20), seed: Seed(9))
            return try trainer.train(
                approach: approach,
                recipe: Small.recipe(),
                donors: [donor],
                queries: queries
            )[0].logits
        }
        let other = try source.architecture.freshWeights(Seed(78))
        #expect(try logits(.baseline, source.weights) == logits(.baseline, other))
        #expect(try logits(.fineTuning, source.weights) != logits(.fineTuning, other))
    }
}
