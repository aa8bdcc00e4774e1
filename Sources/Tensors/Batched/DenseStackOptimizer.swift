/// How a dense stack's parameters move.
public struct DenseStackOptimizer: Sendable, Hashable {
    /// The rule.
    public enum Rule: Int, Sendable, Hashable {
        /// Stochastic gradient descent with momentum.
        case sgd = 0
        /// Adam.
        case adam = 1
        /// Adam with decoupled weight decay.
        case adamW = 2
    }

    /// The rule.
    public let rule: Rule
    /// Momentum of SGD.
    public let momentum: Double
    /// Nesterov's variant.
    public let isNesterov: Bool
    /// L2 penalty.
    public let decay: Double

    /// Describes the optimiser.
    public init(_ rule: Rule, momentum: Double = 0, isNesterov: Bool = false, decay: Double = 0) {
        self.rule = rule
        self.momentum = momentum
        self.isNesterov = isNesterov
        self.decay = decay
    }
}
