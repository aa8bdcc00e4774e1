import AuditCore
import Networks
import Tensors

/// Trains shadow models under one approach.
struct LotTraining {
    let trainer: ShadowTrainer
    let approach: Approach
    let recipe: TrainingRecipe

    /// Reference models that hold their answers for all records at a time; then two numbers per record are kept.
    private static let referenceShard = 10

    /// Trains every lot and asks it for its records.
    func run(_ lots: [ShadowLot], _ done: @escaping @Sendable (Double) -> Void) throws -> [FarmResult] {
        approach == .freezing ? try heads(lots, done) : try networks(lots, done)
    }

    /// The records a lot answers for.
    private func queryRows(_ lot: ShadowLot) -> [Int] {
        lot.temperature == nil ? lot.rows : lot.rows + Array(0..<trainer.labels.count)
    }

    /// Trains all but the references at once, and these shard by shard.
    private func sharded(_ lots: [ShadowLot], _ train: ([ShadowLot]) throws -> [FarmResult]) throws -> [FarmResult] {
        var results = [FarmResult?](repeating: nil, count: lots.count)
        let references = lots.indices.filter { lots[$0].temperature != nil }
        let others = lots.indices.filter { lots[$0].temperature == nil }
        let shards = stride(from: 0, to: references.count, by: Self.referenceShard).map {
            Array(references[$0..<min(references.count, $0 + Self.referenceShard)])
        }
        for shard in [others] + shards where !shard.isEmpty {
            for (index, result) in zip(shard, try train(shard.map { lots[$0] })) {
                results[index] = reduced(result, lots[index])
            }
        }
        return results.compactMap(\.self)
    }

    private func reduced(_ result: FarmResult, _ lot: ShadowLot) -> FarmResult {
        guard let temperature = lot.temperature else { return result }
        let split = lot.rows.count
        let every = result.logits.rows(Array(split..<result.logits.rows))
        let answers = Answers(logits: every.floats, classes: trainer.source.classes, labels: trainer.labels)
        return FarmResult(
            logits: result.logits.rows(Array(0..<split)),
            weights: result.weights,
            signals: TrueClassSignals(answers, temperature: temperature),
            coreSeconds: result.coreSeconds
        )
    }

    /// Freezing: features of the drawn records once, then all heads over them.
    private func heads(_ lots: [ShadowLot], _ done: @escaping @Sendable (Double) -> Void) throws -> [FarmResult] {
        let source = trainer.source
        let used = Set(lots.flatMap(queryRows)).sorted()
        let position = Dictionary(uniqueKeysWithValues: zip(used, used.indices))
        let node = source.featureNode
        let shallow = source.architecture.shallowPart(upTo: node)
        let outputs = ParallelOutputs(
            shallow.part,
            weights: source.weights.picking(shallow.layerMap),
            device: trainer.device,
            threads: trainer.threads,
            cancellation: trainer.cancellation
        )
        let features = try outputs(trainer.records.picking(used)) { done(0.5 * Double($0) / Double(used.count)) }
        let head = source.architecture.deepPart(after: node).part
        let farm = HeadFarm(
            head,
            recipe: recipe,
            device: trainer.device,
            threads: trainer.threads,
            cancellation: trainer.cancellation
        )
        return try sharded(lots) { shard in
            let jobs = shard.map { lot in
                HeadFarm.Job(
                    trainRows: lot.trainRows.compactMap { position[$0] },
                    labels: lot.trainRows.map { trainer.labels[$0] },
                    queryRows: queryRows(lot).compactMap { position[$0] },
                    seed: lot.seed
                )
            }
            return try farm.train(features: features, jobs: jobs) { done(0.5 * Double($0) / Double(lots.count)) }
        }
    }

    private func networks(_ lots: [ShadowLot], _ done: @escaping @Sendable (Double) -> Void) throws -> [FarmResult] {
        let source = trainer.source
        let farm = NetworkFarm(
            source.architecture,
            recipe: recipe,
            device: trainer.device,
            threads: trainer.threads,
            cancellation: trainer.cancellation
        )
        let transferred = Set(source.architecture.layers(upTo: source.cut))
        let epochs = Double(lots.count * recipe.epochs)
        return try sharded(lots) { shard in
            let jobs = try shard.map { lot in
                var initial: Weights?
                if approach == .fineTuning {
                    // g_s as it was shared, a fresh head on top of it.
                    var weights = try source.architecture.freshWeights(lot.seed)
                    for layer in transferred { weights.layers[layer] = source.weights.layers[layer] }
                    initial = weights
                }
                return NetworkFarm.Job(
                    initial: initial,
                    trainRows: lot.trainRows,
                    labels: lot.trainRows.map { trainer.labels[$0] },
                    queryRows: queryRows(lot),
                    seed: lot.seed,
                    keepsWeights: lot.keepsWeights
                )
            }
            return try farm.train(records: trainer.records, jobs: jobs) { done(1 / epochs) }
        }
    }
}
