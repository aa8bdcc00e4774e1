import Networks
import Tensors

/// Trains whole networks, each on one worker: the `baseline` and `fine-tuning` approaches.
public struct NetworkFarm: Sendable {
    /// One network to train and to query.
    public struct Job: Sendable {
        /// Where training starts; fresh weights when nil.
        public let initial: Weights?
        /// Rows of the records it is trained on.
        public let trainRows: [Int]
        /// Their labels.
        public let labels: [Int]
        /// Rows of the records it answers for afterwards.
        public let queryRows: [Int]
        /// Decides initial weights, order and dropout.
        public let seed: Seed
        /// Where the noise of private training comes from; the seed when nil.
        public let noise: NoiseSource?
        /// Whether the trained weights are wanted.
        public let keepsWeights: Bool
        /// After which epochs, from 1, its weights are wanted, too.
        public let checkpoints: [Int]

        /// Describes one network.
        public init(
            initial: Weights?,
            trainRows: [Int],
            labels: [Int],
            queryRows: [Int],
            seed: Seed,
            noise: NoiseSource? = nil,
            keepsWeights: Bool = false,
            checkpoints: [Int] = []
        ) {
            self.initial = initial
            self.trainRows = trainRows
            self.labels = labels
            self.queryRows = queryRows
            self.seed = seed
            self.noise = noise
            self.keepsWeights = keepsWeights
            self.checkpoints = checkpoints
        }
    }

    private let architecture: Architecture
    private let recipe: TrainingRecipe
    private let device: Device
    private let threads: Int
    private let cancellation: Cancellation

    /// Prepares to train networks that answer logits.
    public init(
        _ architecture: Architecture,
        recipe: TrainingRecipe,
        device: Device,
        threads: Int,
        cancellation: Cancellation
    ) {
        self.architecture = architecture
        self.recipe = recipe
        self.device = device
        self.threads = threads
        self.cancellation = cancellation
    }

    /// Trains every network and asks it for its query rows.
    ///
    /// - Parameters:
    ///   - records: shared by all jobs.
    ///   - queries: where the query rows count from; the training records when nil.
    ///   - jobs: what to train.
    ///   - epochDone: called after each epoch of each network with its place among the jobs, from any thread.
    ///   - finish: makes of a job's result what is wanted of it, as soon as the job is done, from any thread.
    /// - Returns: one result per job, in their order.
    /// - Throws: `NetworkError.diverged`, `NetworkError.cancelled`, what reading records throws, or an engine failure.
    public func train(
        records: RecordBatches,
        queries: RecordBatches? = nil,
        jobs: [Job],
        epochDone: @escaping @Sendable (Int) -> Void = { _ in },
        finish: @escaping @Sendable (Int, FarmResult) throws -> FarmResult = { $1 }
    ) throws -> [FarmResult] {
        // Long jobs first, so that the last worker does not start one when the others are done.
        let order = jobs.indices.sorted { jobs[$0].trainRows.count > jobs[$1].trainRows.count }
        let answers = try Workers.map(order, threads: device == .cpu ? threads : 1) { index in
            try finish(
                index,
                self.trainOne(records, queries ?? records, jobs[index], isAlone: jobs.count == 1) { epochDone(index) }
            )
        }
        var results = [FarmResult?](repeating: nil, count: jobs.count)
        for (index, answer) in zip(order, answers) { results[index] = answer }
        return results.compactMap(\.self)
    }

    private func trainOne(
        _ records: RecordBatches,
        _ queries: RecordBatches,
        _ job: Job,
        isAlone: Bool,
        _ epochDone: () -> Void
    ) throws -> FarmResult {
        let watch = Stopwatch()
        let weights = if let initial = job.initial { initial } else { try architecture.freshWeights(job.seed) }
        let network = try Network(architecture, weights: weights, device: device)
        var checkpoints: [Int: Weights] = [:]
        try Training.run(
            network,
            records: records.picking(job.trainRows).cachedWhenSmall(),
            labels: job.labels,
            recipe: recipe,
            seed: job.seed,
            noise: job.noise,
            threads: isAlone ? threads : 1,
            cancellation: cancellation,
            epochDone: { epoch, _ in
                if job.checkpoints.contains(epoch) { checkpoints[epoch] = try network.weights() }
                epochDone()
            }
        )
        return FarmResult(
            logits: try FarmResult.checked(network.outputs(queries.picking(job.queryRows))),
            weights: job.keepsWeights ? try network.weights() : nil,
            checkpoints: job.checkpoints.compactMap { checkpoints[$0] },
            coreSeconds: watch.seconds
        )
    }
}
