import AuditCore
import Networks
import Tensors

/// Trains shadow models under one approach.
struct LotTraining {
    let trainer: ShadowTrainer
    let approach: Approach
    let recipe: TrainingRecipe

    /// Trains every lot the store does not have, and asks it for its records.
    func run(_ lots: [ShadowLot], _ done: @escaping @Sendable (Double) -> Void) throws -> [FarmResult] {
        let keys = try LotKeys(trainer, approach, recipe)
        let results = KeptResults(store: trainer.store, keys: lots.map { keys?.key($0) }, threads: trainer.threads)
        return try results(found: done) { missing, keep in
            let wanted = missing.map { lots[$0] }
            let finish: @Sendable (Int, FarmResult) -> FarmResult = { index, result in
                let reduced = self.reduced(result, wanted[index])
                keep(missing[index], reduced)
                return reduced
            }
            let share = Double(missing.count) / Double(lots.count)
            let told: @Sendable (Double) -> Void = { done($0 * share) }
            return approach == .freezing ? try heads(wanted, told, finish) : try networks(wanted, told, finish)
        }
    }

    /// The records a lot answers for.
    private func queryRows(_ lot: ShadowLot) -> [Int] {
        lot.temperature == nil ? lot.rows : lot.rows + Array(0..<trainer.labels.count)
    }

    /// Of a reference's answers for all records, two numbers per record are kept.
    private func reduced(_ result: FarmResult, _ lot: ShadowLot) -> FarmResult {
        guard let temperature = lot.temperature else { return result }
        let split = lot.rows.count
        let every = result.logits.rows(Array(split..<result.logits.rows))
        let answers = trainer.source.answers(logits: every.floats, labels: trainer.labels)
        return FarmResult(
            logits: result.logits.rows(Array(0..<split)),
            weights: result.weights,
            checkpoints: result.checkpoints,
            signals: TrueClassSignals(answers, temperature: temperature),
            coreSeconds: result.coreSeconds
        )
    }

    /// Freezing: features of the drawn records once, then all heads over them.
    private func heads(
        _ lots: [ShadowLot],
        _ done: @escaping @Sendable (Double) -> Void,
        _ finish: @escaping @Sendable (Int, FarmResult) -> FarmResult
    ) throws -> [FarmResult] {
        let source = trainer.source
        let node = source.featureNode
        let features = try features(lots, node) { done(0.5 * $0) }
        let head = source.architecture.deepPart(after: node).part
        let farm = HeadFarm(
            head,
            recipe: try recipe.overFeatures { try outputs(upTo: node)($0) },
            device: trainer.device,
            threads: trainer.threads,
            cancellation: trainer.cancellation
        )
        let jobs = lots.map { lot in
            HeadFarm.Job(
                trainRows: lot.trainRows.compactMap { features.position[$0] },
                labels: lot.trainRows.map { trainer.labels[$0] },
                queryRows: queryRows(lot).compactMap { features.position[$0] },
                seed: lot.seed
            )
        }
        return try farm.train(
            features: features.records,
            jobs: jobs,
            done: { done(0.5 * Double($0) / Double(lots.count)) },
            finish: finish
        )
    }

    /// Features of the records that lots draw: kept ones, or computed for them.
    private func features(
        _ lots: [ShadowLot],
        _ node: Int,
        _ done: @escaping @Sendable (Double) -> Void
    ) throws -> FeatureTable {
        if let kept = try trainer.features?.table(node, done: done) { return kept }
        let outputs = outputs(upTo: node)
        let used = SteadyPlaces(Set(lots.flatMap(queryRows)).sorted(), batchSize: outputs.sliceSize)
        let features = try outputs(trainer.records.picking(used.rows)) { done(Double($0) / Double(used.rows.count)) }
        return FeatureTable(records: RecordBatches(features), position: used.position)
    }

    /// What the layers up to a node make of records.
    private func outputs(upTo node: Int) -> ParallelOutputs {
        let source = trainer.source
        let shallow = source.architecture.shallowPart(upTo: node)
        return ParallelOutputs(
            shallow.part,
            weights: source.weights.picking(shallow.layerMap),
            device: trainer.device,
            threads: trainer.threads,
            cancellation: trainer.cancellation
        )
    }

    private func networks(
        _ lots: [ShadowLot],
        _ done: @escaping @Sendable (Double) -> Void,
        _ finish: @escaping @Sendable (Int, FarmResult) -> FarmResult
    ) throws -> [FarmResult] {
        let source = trainer.source
        let farm = NetworkFarm(
            source.architecture,
            recipe: recipe,
            device: trainer.device,
            threads: trainer.threads,
            cancellation: trainer.cancellation
        )
        let transferred = Set(source.architecture.layers(upTo: source.cut))
        // A network of more records takes longer: each epoch counts as many records as it trains on.
        let work = Double(lots.reduce(0) { $0 + $1.trainRows.count } * recipe.epochs)
        let jobs = try lots.map { lot in
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
                keepsWeights: lot.keepsWeights,
                checkpoints: lot.checkpoints
            )
        }
        return try farm.train(
            records: trainer.records,
            jobs: jobs,
            epochDone: { done(Double(jobs[$0].trainRows.count) / work) },
            finish: finish
        )
    }
}
