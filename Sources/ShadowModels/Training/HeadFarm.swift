import Networks
import Tensors

/// Trains many heads over stored features: as one batched computation where the head is a chain of dense layers, one
/// by one on the workers where it is not.
public struct HeadFarm: Sendable {
    /// One head to train and to query.
    public struct Job: Sendable {
        /// Rows of the features it is trained on.
        public let trainRows: [Int]
        /// Their labels.
        public let labels: [Int]
        /// Rows of the features it answers for afterwards.
        public let queryRows: [Int]
        /// Decides initial weights, order and dropout.
        public let seed: Seed

        /// Describes one head.
        public init(trainRows: [Int], labels: [Int], queryRows: [Int], seed: Seed) {
            self.trainRows = trainRows
            self.labels = labels
            self.queryRows = queryRows
            self.seed = seed
        }
    }

    /// Heads per batched computation on a GPU: enough that each operation is worth its launch.
    static let stackSize = 25
    /// Heads per batched computation on the processor, where heads share nothing but the features: few, so that the
    /// threads share the work.
    private static let hostStackSize = 5

    private let head: Architecture
    private let chain: DenseChain?
    private let recipe: TrainingRecipe
    private let startsUndecided: Bool
    private let device: Device
    private let threads: Int
    private let cancellation: Cancellation

    /// Prepares to train heads.
    ///
    /// - Parameters:
    ///   - head: takes a feature, answers logits.
    ///   - startsUndecided: whether all logits are 0 before the first step, so that heads say nothing they did not learn.
    public init(
        _ head: Architecture,
        recipe: TrainingRecipe,
        startsUndecided: Bool = false,
        device: Device,
        threads: Int,
        cancellation: Cancellation
    ) {
        self.head = head
        self.recipe = recipe
        self.startsUndecided = startsUndecided
        self.device = device
        self.threads = threads
        self.cancellation = cancellation
        // The stack knows SGD and Adam, and plain losses; all else trains one by one.
        let isPlain =
            recipe.optimizer != .rmsProp && recipe.regularisation.isOfImagesAlone && recipe.privacy == nil
            && recipe.reference == nil
        chain = isPlain ? DenseChain(head) : nil
    }

    /// Whether the heads train as one batched computation.
    public var isBatched: Bool { chain != nil }

    /// Trains every head and asks it for its query rows.
    ///
    /// Heads with equally many training records share a stack, so that each takes the steps it would take alone; with
    /// equally many query rows, too, so that none computes answers that nobody asked for.
    ///
    /// - Parameters:
    ///   - features: R records, shared by all jobs; read into memory where heads train as one computation.
    ///   - jobs: what to train.
    ///   - done: called with the number of heads just finished, from any thread.
    ///   - finish: makes of a job's result what is wanted of it, as soon as its stack is done, from any thread.
    /// - Returns: one result per job, in their order.
    /// - Throws: `NetworkError.diverged`, `NetworkError.cancelled`, or an engine failure.
    public func train(
        features: RecordBatches,
        jobs: [Job],
        done: @escaping @Sendable (Int) -> Void = { _ in },
        finish: @escaping @Sendable (Int, FarmResult) throws -> FarmResult = { $1 }
    ) throws -> [FarmResult] {
        let size = device == .cpu ? Self.hostStackSize : Self.stackSize
        let stacks = chain == nil ? jobs.indices.map { [$0] } : Self.stacks(jobs, size: size)
        let table = try chain == nil ? nil : features.values(Array(0..<features.count))
        let answers = try Workers.map(stacks, threads: device == .cpu ? threads : 1) { stack in
            let answer =
                if let chain = self.chain, let table {
                    try self.trainStack(chain, table, stack.map { jobs[$0] })
                } else {
                    try stack.map { try self.trainOne(features, jobs[$0]) }
                }
            done(stack.count)
            return try zip(stack, answer).map(finish)
        }
        var results = [FarmResult?](repeating: nil, count: jobs.count)
        for (stack, answer) in zip(stacks, answers) {
            for (job, result) in zip(stack, answer) { results[job] = result }
        }
        return results.compactMap(\.self)
    }

    /// Trains every head over features in memory, (R, …).
    public func train(features: TensorValues, jobs: [Job]) throws -> [FarmResult] {
        try train(features: RecordBatches(features), jobs: jobs)
    }

    /// Jobs that may share a stack, the longest first.
    static func stacks(_ jobs: [Job], size: Int = stackSize) -> [[Int]] {
        let bySize = Dictionary(grouping: jobs.indices) { [jobs[$0].trainRows.count, jobs[$0].queryRows.count] }
        return bySize.sorted { $1.key.lexicographicallyPrecedes($0.key) }.flatMap { _, indices in
            stride(from: 0, to: indices.count, by: size).map {
                Array(indices[$0..<min(indices.count, $0 + size)])
            }
        }
    }

    private func initialWeights(_ seed: Seed) throws -> Weights {
        var weights = try head.freshWeights(seed)
        guard startsUndecided, let last = head.trainedLayers.last else { return weights }
        weights.layers[last] = weights.layers[last].map {
            TensorValues(shape: $0.shape, floats: Array(repeating: 0, count: $0.floats.count))
        }
        return weights
    }

    private func trainOne(_ features: RecordBatches, _ job: Job) throws -> FarmResult {
        let watch = Stopwatch()
        let network = try Network(head, weights: initialWeights(job.seed), device: device)
        try Training.run(
            network,
            records: features.picking(job.trainRows),
            labels: job.labels,
            recipe: recipe,
            seed: job.seed,
            cancellation: cancellation
        )
        let logits = try network.outputs(features.picking(job.queryRows))
        return FarmResult(logits: try FarmResult.checked(logits), coreSeconds: watch.seconds)
    }

    private func trainStack(_ chain: DenseChain, _ features: TensorValues, _ asked: [Job]) throws -> [FarmResult] {
        let watch = Stopwatch()
        // A GPU chooses how to multiply by how many heads there are: always as many, so that a head's answers do not
        // depend, not even in their last digit, on how many others are trained.
        let missing = device == .cpu ? 0 : Self.stackSize - asked.count
        let jobs = asked + Array(repeating: asked[0], count: max(0, missing))
        var initial: [Float] = []
        for job in jobs { initial.append(contentsOf: chain.row(try initialWeights(job.seed))) }
        let rule: DenseStackOptimizer.Rule =
            switch recipe.optimizer {
            case .adam: .adam
            case .adamW: .adamW
            case .sgd, .rmsProp: .sgd
            }
        let stack = try DenseStack(
            chain.shape,
            parameters: TensorValues(shape: [jobs.count, chain.shape.parameterCount], floats: initial),
            optimizer: DenseStackOptimizer(
                rule,
                momentum: recipe.momentum,
                isNesterov: recipe.isNesterov,
                decay: recipe.weightDecay
            ),
            dropoutSeeds: jobs.map { $0.seed.derived("dropout") },
            device: device
        )
        let inputs = chain.shape.sizes[0]
        let table = try Tensor(features.floats, shape: [features.rows, inputs], device: device)
        let records = jobs.map { DenseStackRecords(rows: $0.trainRows, targets: $0.labels) }
        for epoch in 0..<recipe.epochs {
            try cancellation.check()
            let order = DenseStackOrder(
                records: records,
                batchSize: recipe.batchSize,
                seeds: jobs.map { $0.seed.derived("order", epoch) }
            )
            let rate = recipe.rate(at: Double(epoch) / Double(max(1, recipe.epochs)))
            try stack.epoch(features: table, order: order, rate: rate)
        }
        let classes = chain.shape.sizes[chain.shape.sizes.count - 1]
        let logits = try stack.logits(features: table, rows: jobs.map(\.queryRows))
        let share = watch.seconds / Double(asked.count)
        return try zip(asked, logits).map { job, floats in
            let values = TensorValues(shape: [job.queryRows.count, classes], floats: floats)
            return FarmResult(logits: try FarmResult.checked(values), coreSeconds: share)
        }
    }
}
