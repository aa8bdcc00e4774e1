import AuditCore
import Networks
import Tensors

/// Trains the shadow models of every approach and size (paper, sections 4.2 and 5.2; DESIGN.md section 6).
public struct ShadowTrainer: Sendable {
    /// f_s with its cut.
    public var source: SourceModel
    /// Features of the records, where they are kept for heads after several cuts; nil to compute them for each plan.
    public var features: StoredFeatures?
    /// The shadow training records, the shadow test records, and the audited records where reference models are wanted.
    public let records: RecordBatches
    /// Labels of all of them.
    public let labels: [Int]
    /// How many of them are shadow training records.
    public let trainCount: Int
    /// How many of them are the adversary's: shadow training and shadow test records.
    public let shadowCount: Int
    /// Where trained models are kept for later; nil for nowhere.
    public let store: ShadowStore?
    /// The audit's seed.
    public let seed: Seed
    /// Where networks are trained.
    public let device: Device
    /// How many jobs run at once.
    public var threads: Int
    /// Ends the work early.
    public let cancellation: Cancellation

    /// Prepares to train shadow models.
    public init(
        source: SourceModel,
        train: (records: RecordBatches, labels: [Int]),
        test: (records: RecordBatches, labels: [Int]),
        audited: (records: RecordBatches, labels: [Int])? = nil,
        store: ShadowStore? = nil,
        seed: Seed,
        device: Device,
        threads: Int,
        cancellation: Cancellation
    ) {
        self.source = source
        let shadow = train.records.appending(test.records)
        records = audited.map { shadow.appending($0.records) } ?? shadow
        labels = train.labels + test.labels + (audited?.labels ?? [])
        trainCount = train.labels.count
        shadowCount = train.labels.count + test.labels.count
        self.store = store
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
            testLabels: Array(labels[trainCount..<shadowCount]),
            classes: source.classes,
            seed: seed
        )
    }

    /// Trains all shadow models of one approach.
    ///
    /// - Parameters:
    ///   - plan: approach, sizes, repeats, c_shadow and recipe.
    ///   - keepsWeights: whether the trained weights are wanted (for shadow source models, TL1).
    ///   - references: whether the first repeat of the largest size answers for every record, too, and how.
    ///   - checkpoints: at which points of training weights are wanted, too; heads over frozen layers have none.
    ///   - done: called with the share of the work just finished, from any thread.
    /// - Returns: one trained farm per size and repeat.
    /// - Throws: what training throws.
    public func train(
        _ plan: ShadowPlan,
        keepsWeights: Bool = false,
        references: ReferencePlan? = nil,
        checkpoints: CheckpointPlan? = nil,
        done: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws -> [TrainedFarm] {
        let places = Self.places(plan)
        let draws = try draws(places)
        let lots = zip(places, draws).map { place, draw in
            let isOfLargest = place.size == plan.sizes.last && place.turn == 0
            let isReference = references != nil && isOfLargest
            let isLookedAt = plan.approach != .freezing && isOfLargest && place.index < (checkpoints?.models ?? 0)
            return ShadowLot(
                trainRows: draw.trainRows,
                testRows: draw.testRows.map { $0 + trainCount },
                seed: modelSeed(plan.approach, place),
                temperature: isReference ? references?.temperature : nil,
                keepsWeights: keepsWeights,
                checkpoints: isLookedAt ? checkpoints?.epochs ?? [] : []
            )
        }
        let results = try LotTraining(trainer: self, approach: plan.approach, recipe: plan.recipe).run(lots, done)
        return plan.sizes.enumerated().flatMap { sizeIndex, size in
            (0..<plan.repeats).map { turn in
                let start = (sizeIndex * plan.repeats + turn) * plan.models
                let range = start..<start + plan.models
                return farm(plan.approach, size, turn, Array(draws[range]), Array(zip(lots[range], results[range])))
            }
        }
    }

    /// Features, at several nodes of the source model, of every record that a plan's shadow models draw.
    ///
    /// - Parameters:
    ///   - nodes: after which heads are trained.
    ///   - store: where they are kept while they are needed.
    public func storedFeatures(_ plan: ShadowPlan, nodes: [Int], in store: ShadowStore) throws -> StoredFeatures {
        let rows = try draws(Self.places(plan)).flatMap { $0.trainRows + $0.testRows.map { $0 + trainCount } }
        let shallow = source.architecture.shallowPart(upTo: nodes.max() ?? source.featureNode)
        let outputs = ParallelOutputs(
            shallow.part,
            weights: source.weights.picking(shallow.layerMap),
            device: device,
            threads: threads,
            cancellation: cancellation
        )
        let used = SteadyPlaces(Set(rows).sorted(), batchSize: outputs.sliceSize)
        return StoredFeatures(
            source: source,
            nodes: nodes,
            records: records,
            order: used.rows,
            position: used.position,
            store: store,
            device: device,
            threads: threads,
            cancellation: cancellation
        )
    }

    private static func places(_ plan: ShadowPlan) -> [Place] {
        plan.sizes.flatMap { size in
            (0..<plan.repeats).flatMap { turn in
                (0..<plan.models).map { Place(size: size, turn: turn, index: $0) }
            }
        }
    }

    private func draws(_ places: [Place]) throws -> [ShadowDraw] {
        try Workers.map(places, threads: threads) { place in
            self.draw(size: place.size, repeatIndex: place.turn, index: place.index)
        }
    }

    /// Trains reference models of which each knows some of the audited records (the online variants).
    ///
    /// Each is trained on as many records as the largest shadow training set of the plan has, half of them audited ones;
    /// models come in pairs that share no audited record.
    ///
    /// - Throws: what training throws.
    public func online(
        _ plan: ShadowPlan,
        references: ReferencePlan,
        done: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws -> (models: [ReferenceModel], coreSeconds: Double) {
        let size = plan.sizes.last ?? 0
        let draw = OnlineDraw(labels: labels, trainCount: trainCount, shadowCount: shadowCount, classes: source.classes)
        let lots = (0..<plan.models).map { index in
            let rows = draw.rows(size: size, index: index, seed: seed)
            return ShadowLot(
                trainRows: rows.train,
                testRows: rows.strangers,
                seed: modelSeed(plan.approach, Place(size: size, turn: 0, index: index)).derived("online"),
                temperature: references.temperature,
                keepsWeights: false
            )
        }
        let results = try LotTraining(trainer: self, approach: plan.approach, recipe: plan.recipe).run(lots, done)
        return (zip(lots, results).compactMap(reference), results.reduce(0) { $0 + $1.coreSeconds })
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

    private func farm(
        _ approach: Approach,
        _ size: Int,
        _ turn: Int,
        _ draws: [ShadowDraw],
        _ trained: [(lot: ShadowLot, result: FarmResult)]
    ) -> TrainedFarm {
        let models = trained.map(answers)
        let farm = ShadowFarm(
            approach: approach,
            size: size,
            repeatIndex: turn,
            models: models,
            coreSeconds: trained.reduce(0) { $0 + $1.result.coreSeconds },
            reused: trained.count { $0.result.isReused }
        )
        return TrainedFarm(
            farm: farm,
            draws: draws,
            weights: trained.compactMap(\.result.weights),
            checkpoints: trained.map(\.result.checkpoints),
            references: trained.compactMap(reference)
        )
    }

    /// What a shadow model answers for its own records and for those it never saw.
    func answers(_ lot: ShadowLot, _ result: FarmResult) -> ShadowAnswers {
        let rows = lot.rows
        let all = source.answers(logits: result.logits.floats, labels: rows.map { labels[$0] })
        let split = lot.trainRows.count
        return ShadowAnswers(
            members: all.picking(Array(0..<split)),
            nonMembers: all.picking(Array(split..<rows.count)),
            records: rows
        )
    }

    private func reference(_ lot: ShadowLot, _ result: FarmResult) -> ReferenceModel? {
        result.signals.map { signals in
            var isMember = Array(repeating: false, count: labels.count)
            for row in lot.trainRows { isMember[row] = true }
            return ReferenceModel(signals: signals, isMember: isMember, strangers: lot.testRows)
        }
    }
}
