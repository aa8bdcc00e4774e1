import Networks
import Tensors

/// What training one shadow model left.
public struct FarmResult: Sendable {
    /// Logits for the job's query rows (queries, K).
    public let logits: TensorValues
    /// The trained weights, where they were asked for.
    public let weights: Weights?
    /// The weights after the epochs that were asked for, in their order.
    public let checkpoints: [Weights]
    /// What it answers for every record, where it is a reference.
    public let signals: TrueClassSignals?
    /// Processor time that training took, in core-seconds, also where it was long ago.
    public let coreSeconds: Double
    /// Whether it comes from a shadow store.
    public let isReused: Bool

    /// Collects the result of one job.
    public init(
        logits: TensorValues,
        weights: Weights? = nil,
        checkpoints: [Weights] = [],
        signals: TrueClassSignals? = nil,
        coreSeconds: Double,
        isReused: Bool = false
    ) {
        self.logits = logits
        self.weights = weights
        self.checkpoints = checkpoints
        self.signals = signals
        self.coreSeconds = coreSeconds
        self.isReused = isReused
    }

    /// The logits, when all are numbers: the last step of a training run can still have led it astray.
    ///
    /// - Throws: `NetworkError.diverged`.
    static func checked(_ logits: TensorValues) throws(NetworkError) -> TensorValues {
        guard logits.floats.allSatisfy(\.isFinite) else {
            throw NetworkError(
                .diverged,
                "training of a shadow or target model diverged: its answers are not numbers",
                remedy: "Lower learningRate in the manifest's training, or add weightDecay."
            )
        }
        return logits
    }
}
