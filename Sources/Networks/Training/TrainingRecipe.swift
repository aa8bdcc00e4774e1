import Foundation

/// How a network is trained.
public struct TrainingRecipe: Sendable, Hashable {
    /// The optimiser.
    public enum Optimizer: String, Sendable, Hashable, CaseIterable {
        /// Stochastic gradient descent, with momentum and Nesterov's variant.
        case sgd
        /// Adam (Kingma & Ba 2015).
        case adam
        /// Adam with decoupled weight decay (Loshchilov & Hutter 2019).
        case adamW = "adamw"
        /// RMSprop.
        case rmsProp = "rmsprop"
    }

    /// How the learning rate changes over training.
    public enum Schedule: String, Sendable, Hashable, CaseIterable {
        /// Not at all.
        case constant
        /// Half a cosine from the learning rate to 0.
        case cosine
        /// Divided by 10 after half and after three quarters of the epochs.
        case step
    }

    /// Passes over the training records.
    public var epochs: Int
    /// The optimiser.
    public var optimizer: Optimizer
    /// The initial learning rate.
    public var learningRate: Double
    /// Momentum (SGD, RMSprop).
    public var momentum: Double
    /// Nesterov's variant of momentum.
    public var isNesterov: Bool
    /// L2 penalty λ, added to the gradient as λ·θ (decoupled for AdamW).
    public var weightDecay: Double
    /// Records per step.
    public var batchSize: Int
    /// The learning rate over time.
    public var schedule: Schedule
    /// What else keeps the network from fitting its records too closely.
    public var regularisation: Regularisation
    /// How convolutions multiply; private training always does with all digits.
    public var precision: Precision
    /// Noise and clipping of training with differential privacy, which regularises nothing else; nil without.
    public var privacy: PrivacySettings?
    /// What is done with records that are not the training records; nil for nothing. Private training does nothing with
    /// them.
    public var reference: ReferenceTraining?

    /// Describes a training run; the defaults are the reference setting for shadow models.
    public init(
        epochs: Int = 120,
        optimizer: Optimizer = .sgd,
        learningRate: Double = 0.1,
        momentum: Double = 0.9,
        isNesterov: Bool = false,
        weightDecay: Double = 0.0005,
        batchSize: Int = 128,
        schedule: Schedule = .constant,
        regularisation: Regularisation = .none,
        precision: Precision = .float32,
        privacy: PrivacySettings? = nil,
        reference: ReferenceTraining? = nil
    ) {
        self.epochs = epochs
        self.optimizer = optimizer
        self.learningRate = learningRate
        self.momentum = momentum
        self.isNesterov = isNesterov
        self.weightDecay = weightDecay
        self.batchSize = batchSize
        self.schedule = schedule
        self.regularisation = regularisation
        self.precision = precision
        self.privacy = privacy
        self.reference = reference
    }

    /// The learning rate at a point of training.
    ///
    /// - Parameter progress: share of all steps done, in [0, 1).
    public func rate(at progress: Double) -> Double {
        switch schedule {
        case .constant: learningRate
        case .cosine: learningRate * 0.5 * (1 + cos(Double.pi * progress))
        case .step: progress < 0.5 ? learningRate : progress < 0.75 ? learningRate / 10 : learningRate / 100
        }
    }
}
