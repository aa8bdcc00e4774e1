import Networks
import Tensors

/// Trains the owner's source model again on its members, as it was trained or with a defence.
public struct SourceTrainer: Sendable {
    /// One source model to train.
    public struct Job: Sendable {
        /// The network, answering logits.
        public let architecture: Architecture
        /// How it is trained.
        public let recipe: TrainingRecipe
        /// Decides initial weights, order and what is drawn.
        public let seed: Seed
        /// Whether what private training draws comes from the system, so that nobody can draw it again; the initial weights,
        /// which know no record, come from the seed in any case.
        public let isSecret: Bool

        /// Describes a source model.
        public init(architecture: Architecture, recipe: TrainingRecipe, seed: Seed, isSecret: Bool = false) {
            self.architecture = architecture
            self.recipe = recipe
            self.seed = seed
            self.isSecret = isSecret && recipe.privacy != nil
        }
    }

    /// What became of a source model.
    public enum Outcome: Sendable {
        /// Its weights, and the processor time that training took, in core-seconds.
        case trained(Weights, coreSeconds: Double)
        /// Its training ended in values that are not numbers.
        case diverged(NetworkError)
    }

    private let records: RecordBatches
    private let labels: [Int]
    private let store: ShadowStore?
    private let device: Device
    private let threads: Int
    private let cancellation: Cancellation

    /// Prepares to train on the members.
    ///
    /// - Parameters:
    ///   - records: D_s^train.
    ///   - labels: its labels.
    ///   - store: where trained models are kept for later; nil for nowhere.
    public init(
        records: RecordBatches,
        labels: [Int],
        store: ShadowStore? = nil,
        device: Device,
        threads: Int,
        cancellation: Cancellation
    ) {
        self.records = records
        self.labels = labels
        self.store = store
        self.device = device
        self.threads = threads
        self.cancellation = cancellation
    }

    /// Trains the models side by side; one that diverges is no reason to give the others up.
    ///
    /// - Parameters:
    ///   - jobs: what to train.
    ///   - done: called with the share of the work just finished, from any thread.
    /// - Returns: one outcome per job, in their order.
    /// - Throws: `NetworkError.cancelled`, what reading records throws, or an engine failure.
    public func train(_ jobs: [Job], done: @escaping @Sendable (Double) -> Void = { _ in }) throws -> [Outcome] {
        let keys = try jobs.map(key)
        let epochs = Double(max(1, jobs.reduce(0) { $0 + $1.recipe.epochs }))
        let train: @Sendable (Int, Int) throws -> Outcome = { index, threads in
            if let kept = keys[index].flatMap({ store?.result($0) }), let weights = kept.weights {
                done(Double(jobs[index].recipe.epochs) / epochs)
                return .trained(weights, coreSeconds: kept.coreSeconds)
            }
            do {
                let result = try self.trained(jobs[index], threads: threads) { done(1 / epochs) }
                store?.keep(result, keys[index])
                return .trained(result.weights ?? Weights([]), coreSeconds: result.coreSeconds)
            } catch let error as NetworkError where error.code == .diverged {
                return .diverged(error)
            }
        }
        // Private training shares its batches out among the threads; all else is trained side by side.
        let order = jobs.indices.filter { jobs[$0].recipe.privacy == nil }
        let sideBySide = try Workers.map(order, threads: device == .cpu ? threads : 1) { try train($0, 1) }
        var outcomes = Dictionary(uniqueKeysWithValues: zip(order, sideBySide))
        for index in jobs.indices where outcomes[index] == nil { outcomes[index] = try train(index, threads) }
        return jobs.indices.compactMap { outcomes[$0] }
    }

    private func trained(_ job: Job, threads: Int, _ epochDone: @escaping @Sendable () -> Void) throws -> FarmResult {
        let farm = NetworkFarm(
            job.architecture,
            recipe: job.recipe,
            device: device,
            threads: threads,
            cancellation: cancellation
        )
        let network = NetworkFarm.Job(
            initial: job.isSecret ? try job.architecture.freshWeights(job.seed) : nil,
            trainRows: Array(labels.indices),
            labels: labels,
            queryRows: [0],
            // Who is sampled must be as secret as the noise.
            seed: job.isSecret ? Seed(.random(in: .min ... .max)) : job.seed,
            noise: job.isSecret ? .system : nil,
            keepsWeights: true
        )
        return try farm.train(records: records, jobs: [network], epochDone: { _ in epochDone() })[0]
    }

    /// The address of one model; nil without a store, for a model that cannot be trained again, or where nobody can say
    /// what records or layers are.
    private func key(_ job: Job) throws -> StoreKey? {
        guard let store, !job.isSecret, let digests = records.digests,
            let architecture = ConfigurationText.of(job.architecture), let training = ConfigurationText.of(job.recipe)
        else { return nil }
        var writer = store.writer("source", device: device)
        writer.add(training)
        writer.add(architecture)
        writer.add(job.seed)
        writer.add(records: try digests(Array(labels.indices)))
        writer.add(numbers: labels)
        if job.recipe.privacy?.protectsPersons == true { writer.add(texts: records.persons ?? []) }
        return writer.key(kind: "source", records: labels.count, shape: [1, job.architecture.outputShape[0]])
    }
}
