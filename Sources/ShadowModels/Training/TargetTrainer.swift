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

    private let source: SourceModel
    private let target: Architecture
    private let records: RecordBatches
    private let labels: [Int]
    private let device: Device
    private let threads: Int
    private let cancellation: Cancellation

    /// Prepares to build target models: the source architecture with a head for K_t classes.
    ///
    /// - Parameters:
    ///   - source: f_s with its cut.
    ///   - records: D_t^train.
    ///   - labels: its labels.
    ///   - classes: K_t.
    /// - Throws: `NetworkError.notAClassifier` when the head does not end in a dense layer that can be widened.
    public init(
        source: SourceModel,
        records: RecordBatches,
        labels: [Int],
        classes: Int,
        device: Device,
        threads: Int,
        cancellation: Cancellation
    ) throws(NetworkError) {
        self.source = source
        self.records = records
        self.labels = labels
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
    ///   - approach: `freezing` or `fine-tuning`.
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
        let share = 1 / Double(max(1, donors.count))
        guard approach == .fineTuning else {
            var results: [FarmResult] = []
            for donor in donors {
                results.append(try freeze(donor, recipe, queries))
                done(share)
            }
            return results
        }
        let all = queries.appending(records)
        let farm = NetworkFarm(target, recipe: recipe, device: device, threads: threads, cancellation: cancellation)
        let shared = Set(source.architecture.layers(upTo: source.cut))
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
        let epochs = Double(recipe.epochs)
        return try farm.train(records: all, jobs: jobs) { done(share / epochs) }
    }

    /// Freezing: the donor's features of its queries and of the training records, then one head over them.
    private func freeze(_ donor: Donor, _ recipe: TrainingRecipe, _ queries: RecordBatches) throws -> FarmResult {
        let watch = Stopwatch()
        let node = source.featureNode
        let shallow = source.architecture.shallowPart(upTo: node)
        let outputs = ParallelOutputs(
            shallow.part,
            weights: donor.weights.picking(shallow.layerMap),
            device: device,
            threads: threads,
            cancellation: cancellation
        )
        let features = try outputs(queries.picking(donor.queryRows).appending(records))
        let head = target.deepPart(after: node).part
        let farm = HeadFarm(head, recipe: recipe, device: device, threads: threads, cancellation: cancellation)
        let job = HeadFarm.Job(
            trainRows: Array(donor.queryRows.count..<features.rows),
            labels: labels,
            queryRows: Array(0..<features.rows),
            seed: donor.seed
        )
        let logits = try farm.train(features: features, jobs: [job])[0].logits
        return FarmResult(logits: logits, coreSeconds: watch.seconds * Double(threads))
    }
}
