import AuditCore
import Networks
import Tensors

/// Trains the shadow models of every approach and size (paper, sections 4.2 and 5.2; DESIGN.md section 6).
public struct ShadowTrainer: Sendable {
    /// f_s with its cut.
    public let source: SourceModel
    /// The shadow training records, followed by the shadow test records.
    public let records: RecordBatches
    /// Labels of all of them.
    public let labels: [Int]
    /// How many of them are shadow training records.
    public let trainCount: Int
    /// The audit's seed.
    public let seed: Seed
    /// Where networks are trained.
    public let device: Device
    /// How many jobs run at once.
    public let threads: Int
    /// Ends the work early.
    public let cancellation: Cancellation

    /// Prepares to train shadow models.
    public init(
        source: SourceModel,
        train: (records: RecordBatches, labels: [Int]),
        test: (records: RecordBatches, labels: [Int]),
        seed: Seed,
        device: Device,
        threads: Int,
        cancellation: Cancellation
    ) {
        self.source = source
        records = train.records.appending(test.records)
        labels = train.labels + test.labels
        trainCount = train.labels.count
        self.seed = seed
        self.device = device
        self.threads = threads
        self.cancellation = cancellation
    }

    /// The draw of one shadow model.
    public func draw(size: Int, repeatIndex: Int, index: Int) -> ShadowDraw {
        ShadowDraw(
            size: size,
            repeatIndex: repeatIndex,
            index: index,
            trainLabels: Array(labels[..<trainCount]),
            testLabels: Array(labels[trainCount...]),
            classes: source.classes,
            seed: seed
        )
    }

    /// Trains all shadow models of one approach.
    ///
    /// - Parameters:
    ///   - plan: approach, sizes, repeats, c_shadow and recipe.
    ///   - keepsWeights: whether the trained weights are wanted (for shadow source models, TL1).
    ///   - done: called with the share of the work just finished, from any thread.
    /// - Returns: one trained farm per size and repeat.
    /// - Throws: what training throws.
    public func train(
        _ plan: ShadowPlan,
        keepsWeights: Bool = false,
        done: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws -> [TrainedFarm] {
        let places = plan.sizes.flatMap { size in
            (0..<plan.repeats).flatMap { turn in
                (0..<plan.models).map { Place(size: size, turn: turn, index: $0) }
            }
        }
        let draws = try Workers.map(Array(places.indices), threads: threads) { index in
            let place = places[index]
            return self.draw(size: place.size, repeatIndex: place.turn, index: place.index)
        }
        let results =
            plan.approach == .freezing
            ? try heads(plan, places, draws, done)
            : try networks(plan, places, draws, keepsWeights, done)
        return plan.sizes.enumerated().flatMap { sizeIndex, size in
            (0..<plan.repeats).map { turn in
                let start = (sizeIndex * plan.repeats + turn) * plan.models
                let range = start..<start + plan.models
                return farm(plan.approach, size, turn, Array(draws[range]), Array(results[range]))
            }
        }
    }

    /// Where a shadow model stands among all of an approach.
    struct Place: Sendable {
        let size: Int
        let turn: Int
        let index: Int
    }

    /// Decides a shadow model's initial weights, order and dropout.
    func modelSeed(_ approach: Approach, _ place: Place) -> Seed {
        seed.derived("shadow-\(approach.rawValue)", place.size).derived("repeat", place.turn)
            .derived("model", place.index)
    }

    private func queryRows(_ draw: ShadowDraw) -> [Int] { draw.trainRows + draw.testRows.map { $0 + trainCount } }

    /// Freezing: features of the drawn records once, then all heads over them.
    private func heads(
        _ plan: ShadowPlan,
        _ places: [Place],
        _ draws: [ShadowDraw],
        _ done: @escaping @Sendable (Double) -> Void
    ) throws -> [FarmResult] {
        let used = Set(draws.flatMap(queryRows)).sorted()
        let position = Dictionary(uniqueKeysWithValues: zip(used, used.indices))
        let node = source.featureNode
        let shallow = source.architecture.shallowPart(upTo: node)
        let outputs = ParallelOutputs(
            shallow.part,
            weights: source.weights.picking(shallow.layerMap),
            device: device,
            threads: threads,
            cancellation: cancellation
        )
        let features = try outputs(records.picking(used)) { done(0.5 * Double($0) / Double(used.count)) }
        let head = source.architecture.deepPart(after: node).part
        let farm = HeadFarm(head, recipe: plan.recipe, device: device, threads: threads, cancellation: cancellation)
        let jobs = zip(places, draws).map { place, draw in
            HeadFarm.Job(
                trainRows: draw.trainRows.compactMap { position[$0] },
                labels: draw.trainRows.map { labels[$0] },
                queryRows: queryRows(draw).compactMap { position[$0] },
                seed: modelSeed(plan.approach, place)
            )
        }
        return try farm.train(features: features, jobs: jobs) { done(0.5 * Double($0) / Double(jobs.count)) }
    }

    private func networks(
        _ plan: ShadowPlan,
        _ places: [Place],
        _ draws: [ShadowDraw],
        _ keepsWeights: Bool,
        _ done: @escaping @Sendable (Double) -> Void
    ) throws -> [FarmResult] {
        let farm = NetworkFarm(
            source.architecture,
            recipe: plan.recipe,
            device: device,
            threads: threads,
            cancellation: cancellation
        )
        let transferred = Set(source.architecture.layers(upTo: source.cut))
        let jobs = try zip(places, draws).map { place, draw in
            let seed = modelSeed(plan.approach, place)
            var initial: Weights?
            if plan.approach == .fineTuning {
                // g_s as it was shared, a fresh head on top of it.
                var weights = try source.architecture.freshWeights(seed)
                for layer in transferred { weights.layers[layer] = source.weights.layers[layer] }
                initial = weights
            }
            return NetworkFarm.Job(
                initial: initial,
                trainRows: draw.trainRows,
                labels: draw.trainRows.map { labels[$0] },
                queryRows: queryRows(draw),
                seed: seed,
                keepsWeights: keepsWeights
            )
        }
        let epochs = Double(jobs.count * plan.recipe.epochs)
        return try farm.train(records: records, jobs: jobs) { done(1 / epochs) }
    }

    private func farm(
        _ approach: Approach,
        _ size: Int,
        _ turn: Int,
        _ draws: [ShadowDraw],
        _ results: [FarmResult]
    ) -> TrainedFarm {
        let models = zip(draws, results).map { draw, result in
            let rows = queryRows(draw)
            let all = Answers(logits: result.logits.floats, classes: source.classes, labels: rows.map { labels[$0] })
            let split = draw.trainRows.count
            return ShadowAnswers(
                members: all.picking(Array(0..<split)),
                nonMembers: all.picking(Array(split..<rows.count)),
                records: rows
            )
        }
        let farm = ShadowFarm(
            approach: approach,
            size: size,
            repeatIndex: turn,
            models: models,
            coreSeconds: results.reduce(0) { $0 + $1.coreSeconds }
        )
        return TrainedFarm(farm: farm, draws: draws, weights: results.compactMap(\.weights))
    }
}
