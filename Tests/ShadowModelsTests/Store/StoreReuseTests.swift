import AuditCore
import Networks
import Tensors
import TestSupport
import Testing

@testable import ShadowModels

/// What is trained again when one thing has changed: exactly what depends on it.
struct StoreReuseTests {
    private let folder: WorkFolder
    private let bench: StoredBench

    init() throws {
        folder = try WorkFolder()
        bench = try StoredBench()
    }

    /// Trains with the change, from a store that holds everything as it was, and without a store.
    private func trained(_ approach: Approach, _ change: (inout StoredBench) throws -> Void) throws -> Int {
        var changed = bench
        try change(&changed)
        let outcome = try changed.train(approach, changed.store(folder))
        #expect(outcome.reused + outcome.trained == 12)
        #expect(outcome.farms.reduce(0) { $0 + $1.farm.reused } == outcome.reused)
        #expect(try outcome.isSame(as: changed.train(approach, nil)))
        return outcome.trained
    }

    @Test(arguments: StoredBench.approaches)
    func onePixelRetrainsTheModelsThatSeeItsRecord(approach: Approach) throws {
        let first = try bench.train(approach, bench.store(folder))
        #expect(first.trained == 12 && first.reused == 0)
        #expect(try trained(approach) { _ in } == 0)
        let draws = first.farms.flatMap(\.draws)
        let inTraining = draws[4].trainRows[0]
        let drawn = draws.count { $0.trainRows.contains(inTraining) }
        #expect(drawn > 0 && drawn < 12)
        #expect(try trained(approach) { $0.values[inTraining][3] += 0.5 } == drawn)
        let answered = draws[7].testRows[5]
        let asked = draws.count { $0.testRows.contains(answered) }
        #expect(asked > 0 && asked < 12)
        #expect(try trained(approach) { $0.values[60 + answered][0] = 0.25 } == asked)
        let (strangers, tests) = (Set(0..<60).subtracting(draws.flatMap(\.trainRows)), draws.flatMap(\.testRows))
        for row in strangers { #expect(try trained(approach) { $0.values[row][0] += 1 } == 0) }
        let untested = try #require(Set(0..<66).subtracting(tests).first)
        #expect(try trained(approach) { $0.values[60 + untested][0] += 1 } == 0)
        #expect(try trained(approach) { $0.values[130][0] += 1 } == 0, "an audited record that nobody is asked about")
    }

    @Test(arguments: StoredBench.approaches)
    func referencesAnswerForEveryRecord(approach: Approach) throws {
        var bench = bench
        bench.temperature = 2
        let draws = try bench.train(approach, bench.store(folder)).farms.flatMap(\.draws)
        #expect(try trained(approach) { $0.temperature = 2 } == 0)
        #expect(
            try trained(approach) {
                $0.temperature = 2
                $0.values[150][2] += 1
            } == 3
        )
        let row = draws[0].trainRows[0]
        // The references are the first repeat of the largest size.
        let others = draws.enumerated().count { !(6..<9).contains($0) && $1.trainRows.contains(row) }
        #expect(
            try trained(approach) {
                $0.temperature = 2
                $0.values[row][2] += 1
            } == 3 + others
        )
        #expect(try trained(approach) { $0.temperature = 1.5 } == 3)
        #expect(try trained(approach) { $0.temperature = nil } == 3)
    }

    static let recipes: [@Sendable (inout TrainingRecipe) -> Void] = [
        { $0.epochs = 3 }, { $0.optimizer = .adam }, { $0.learningRate = 0.0500001 }, { $0.momentum = 0.8 },
        { $0.isNesterov = true }, { $0.weightDecay = 0 }, { $0.batchSize = 9 }, { $0.schedule = .cosine },
        { $0.precision = .mixed },
    ]

    @Test(arguments: StoredBench.approaches)
    func oneHyperparameterOrTheSeedRetrainsAll(approach: Approach) throws {
        _ = try bench.train(approach, bench.store(folder))
        for change in Self.recipes { #expect(try trained(approach) { change(&$0.recipe) } == 12) }
        #expect(try trained(approach) { $0.seed = 12 } == 12)
        #expect(try trained(approach) { $0.version = "2" } == 12)
        #expect(try trained(approach) { $0.keepsWeights = true } == 12)
        #expect(try trained(approach) { $0.threads = 2 } == 0)
        #expect(try trained(approach) { _ in } == 0, "what others trained displaces nothing")
    }

    /// Models that are looked at during training are trained again, and no others; what was there is not displaced.
    @Test(arguments: [Approach.baseline, .fineTuning])
    func checkpointsRetrainTheModelsThatHaveThem(approach: Approach) throws {
        _ = try bench.train(approach, bench.store(folder))
        let first = CheckpointPlan(epochs: [1], models: 2)
        #expect(try trained(approach) { $0.checkpoints = first } == 2)
        #expect(try trained(approach) { $0.checkpoints = first } == 0)
        #expect(try trained(approach) { $0.checkpoints = CheckpointPlan(epochs: [1, 2], models: 2) } == 2)
        #expect(try trained(approach) { $0.checkpoints = CheckpointPlan(epochs: [2], models: 3) } == 3)
        #expect(try trained(approach) { _ in } == 0)
    }

    @Test func headsHaveNoCheckpoints() throws {
        _ = try bench.train(.freezing, bench.store(folder))
        #expect(try trained(.freezing) { $0.checkpoints = CheckpointPlan(epochs: [1], models: 2) } == 0)
    }

    /// An entry without the checkpoints that its address promises is not used.
    @Test func entriesWithoutTheirCheckpoints() throws {
        let state = bench.source.weights
        let logits = TensorValues(shape: [1, 1], floats: [0.5])
        func entry(_ checkpoints: [Weights], promised: Int) -> FarmResult? {
            let key = KeyWriter().key(kind: "shadow, baseline", records: 1, shape: [1, 1], checkpoints: promised)
            let result = FarmResult(logits: logits, weights: state, checkpoints: checkpoints, coreSeconds: 1)
            return EntryReader.result(EntryWriter.bytes(result, key), key)
        }
        #expect(entry([state, state], promised: 2)?.checkpoints == [state, state])
        #expect(entry([], promised: 0)?.checkpoints == [])
        #expect(
            entry([], promised: 2) == nil && entry([state], promised: 2) == nil && entry([state], promised: 0) == nil
        )
    }

    /// Labels decide the draws, too: the first two records of a class change places with two of another.
    @Test func labels() throws {
        _ = try bench.train(.freezing, bench.store(folder))
        #expect(try trained(.freezing) { $0.labels.swapAt(0, 1) } > 0)
    }

    @Test func whatOfTheModelCounts() throws {
        let source = bench.source
        func changed(_ layer: Int) throws -> SourceModel {
            var weights = source.weights
            let old = weights.layers[layer][0]
            weights.layers[layer][0] = TensorValues(shape: old.shape, floats: old.floats.map { $0 * 1.0001 })
            return try SourceModel(source.architecture, weights: weights, cut: source.cut)
        }
        let counts: [(Approach, transferred: Int, head: Int, cut: Int)] = [
            (.baseline, 0, 0, 0), (.freezing, 12, 0, 12), (.fineTuning, 12, 0, 12),
        ]
        for (approach, transferred, head, cut) in counts {
            _ = try bench.train(approach, bench.store(folder))
            #expect(try trained(approach) { $0.source = try changed(2) } == transferred)
            #expect(try trained(approach) { $0.source = try changed(3) } == head)
            #expect(try trained(approach) { $0.source = try Small.source(cut: "shared_1") } == cut)
            #expect(try trained(approach) { $0.source = try Small.source(activation: .tanh) } == 12)
        }
    }

    /// More models of the same sizes: those that are there already are not trained again.
    @Test(arguments: StoredBench.approaches)
    func aLargerPlan(approach: Approach) throws {
        _ = try bench.train(approach, bench.store(folder))
        var larger = bench
        larger.models = 5
        larger.sizes = [9, 15, 24]
        let outcome = try larger.train(approach, larger.store(folder))
        #expect(outcome.reused == 12 && outcome.trained == 18)
        #expect(try outcome.isSame(as: larger.train(approach, nil)))
    }

    /// Records or layers nobody can tell apart from others are not stored.
    @Test func withoutIdentity() throws {
        let store = bench.store(folder)
        let anonymous = ShadowTrainer(
            source: bench.source,
            train: try Small.records(60, seed: 1),
            test: try Small.records(66, seed: 2),
            store: store,
            seed: Seed(11),
            device: .cpu,
            threads: 1,
            cancellation: Cancellation()
        )
        _ = try anonymous.train(bench.plan(.freezing))
        #expect(store.counts == (0, 12) && folder.contents == [])
    }
}
