import AuditCore
import Networks
import Tensors

/// Builds target models by transfer learning on the recipient's data (paper, appendix A, TL2): the recipient's own from
/// the source model's layers, and shadow target models from the shadow source models' layers, in the same way.
public struct TargetTrainer: Sendable {
    /// Whose layers a target model is built on, and what it is asked afterwards.
    public struct Donor: Sendable {
        /// Weights of a network with the source model's architecture.
        public let weights: Weights
        /// Rows of the queries the target model answers for.
        public let queryRows: [Int]
        /// Decides the fresh head, order and dropout.
        public let seed: Seed

        /// Names a donor.
        public init(weights: Weights, queryRows: [Int], seed: Seed) {
            self.weights = weights
            self.queryRows = queryRows
            self.seed = seed
        }
    }

    /// Features of the queries and then of the training records, where they are kept for several cuts; every donor then has
    /// the source model's layers. Nil to compute them for each donor.
    public var features: StoredFeatures?

    let source: SourceModel
    let target: Architecture
    let records: RecordBatches
    let labels: [Int]
    let store: ShadowStore?
    let device: Device
    private let threads: Int
    private let cancellation: Cancellation

    /// Prepares to build target models: the source architecture with a head for K_t classes.
    ///
    /// - Parameters:
    ///   - source: f_s with its cut.
    ///   - records: D_t^train.
    ///   - labels: its labels.
    ///   - classes: K_t.
    ///   - store: where trained models are kept for later; nil for nowhere.
    /// - Throws: `NetworkError.notAClassifier` when the head does not end in a dense layer that can be widened.
    public init(
        source: SourceModel,
        records: RecordBatches,
        labels: [Int],
        classes: Int,
        store: ShadowStore? = nil,
        device: Device,
        threads: Int,
        cancellation: Cancellation
    ) throws(NetworkError) {
        self.source = source
        self.records = records
        self.labels = labels
        self.store = store
        self.device = device
        self.threads = threads
        self.cancellation = cancellation
        target = try source.architecture.answering(classes: classes)
    }

    /// K_t.
    public var classes: Int { target.outputShape[0] }

    /// Builds one target model per donor and asks it for its query rows and for the training records.
    ///
    /// - Parameters:
    ///   - approach: `freezing`, `fine-tuning`, or `baseline`, which uses none of the donor's layers.
    ///   - recipe: how the target models are trained.
    ///   - donors: whose layers they are built on.
    ///   - queries: what the query rows count from.
    ///   - done: called with the share of the work just finished, from any thread.
    /// - Returns: per donor, logits (queries + training records, K_t), the queries first.
    /// - Throws: what training throws.
    public func train(
        approach: Approach,
        recipe: TrainingRecipe,
        donors: [Donor],
        queries: RecordBatches,
        done: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws -> [FarmResult] {
        let addresses = try TargetKeys(self, approach, recipe, queries: queries)
        let keys = try donors.map { try addresses?.key($0) }
        let share = 1 / Double(max(1, donors.count))
        return try KeptResults(store: store, keys: keys, threads: threads)(found: done) { missing, keep in
            guard approach == .freezing else {
                return try networks(
                    missing.map { donors[$0] },
                    approach,
                    recipe,
                    queries,
                    epochDone: { _ in done(share / Double(recipe.epochs)) },
                    finish: { keep(missing[$0], $1) }
                )
            }
            return try missing.map { index in
                let result = try freeze(donors[index], recipe, queries)
                keep(index, result)
                done(share)
                return result
            }
        }
    }

    /// Fine-tuning: the donor's layers and a fresh head, all trained; baseline: all of it fresh.
    private func networks(
        _ donors: [Donor],
        _ approach: Approach,
        _ recipe: TrainingRecipe,
        _ queries: RecordBatches,
        epochDone: @escaping @Sendable (Int) -> Void,
        finish: @escaping @Sendable (Int, FarmResult) -> Void
    ) throws -> [FarmResult] {
        let all = queries.appending(records)
        let farm = NetworkFarm(target, recipe: recipe, device: device, threads: threads, cancellation: cancellation)
        let shared = approach == .fineTuning ? Set(source.architecture.layers(upTo: source.cut)) : []
        let trainRows = Array(queries.count..<queries.count + records.count)
        let jobs = try donors.map { donor in
            var weights = try target.freshWeights(donor.seed)
            for layer in shared { weights.layers[layer] = donor.weights.layers[layer] }
            return NetworkFarm.Job(
                initial: weights,
                trainRows: trainRows,
                labels: labels,
                queryRows: donor.queryRows + trainRows,
                seed: donor.seed
            )
        }
        return try farm.train(
            records: all,
            jobs: jobs,
            epochDone: epochDone,
            finish: { index, result in
                finish(index, result)
                return result
            }
        )
    }

    /// Freezing: the donor's features of its queries and of the training records, then one head over them.
    private func freeze(_ donor: Donor, _ recipe: TrainingRecipe, _ queries: RecordBatches) throws -> FarmResult {
        let watch = Stopwatch()
        let node = source.featureNode
        let head = target.deepPart(after: node).part
        let farm = HeadFarm(head, recipe: recipe, device: device, threads: threads, cancellation: cancellation)
        let (features, trainRows, queryRows) = try headInputs(donor, node, queries)
        let job = HeadFarm.Job(trainRows: trainRows, labels: labels, queryRows: queryRows, seed: donor.seed)
        let logits = try farm.train(features: features, jobs: [job])[0].logits
        return FarmResult(logits: logits, coreSeconds: watch.seconds * Double(threads))
    }

    /// Features of a donor's queries and of the training records: kept ones, or computed for it; with the rows to train on
    /// and those to answer for.
    private func headInputs(
        _ donor: Donor,
        _ node: Int,
        _ queries: RecordBatches
    ) throws -> (features: RecordBatches, trainRows: [Int], queryRows: [Int]) {
        if let kept = try features?.table(node, done: { _ in }) {
            let trainRows = Array(queries.count..<kept.records.count)
            return (kept.records, trainRows, donor.queryRows + trainRows)
        }
        let shallow = source.architecture.shallowPart(upTo: node)
        let outputs = ParallelOutputs(
            shallow.part,
            weights: donor.weights.picking(shallow.layerMap),
            device: device,
            threads: threads,
            cancellation: cancellation
        )
        let features = RecordBatches(try outputs(queries.picking(donor.queryRows).appending(records)))
        return (features, Array(donor.queryRows.count..<features.count), Array(0..<features.count))
    }
}

extension TargetTrainer {
    /// Features, at several nodes of the source model, of queries and training records.
    ///
    /// - Parameters:
    ///   - nodes: after which heads are trained.
    ///   - store: where they are kept while they are needed.
    public func storedFeatures(of queries: RecordBatches, nodes: [Int], in store: ShadowStore) -> StoredFeatures {
        let all = queries.appending(records)
        let order = Array(0..<all.count)
        return StoredFeatures(
            source: source,
            nodes: nodes,
            records: all,
            order: order,
            position: Dictionary(uniqueKeysWithValues: zip(order, order)),
            store: store,
            device: device,
            threads: threads,
            cancellation: cancellation
        )
    }
}
