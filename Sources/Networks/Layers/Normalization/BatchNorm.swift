import Tensors

/// Batch normalisation along one axis (Ioffe & Szegedy 2015): γ·(x − µ) / √(σ² + ε) + β.
///
/// At inference µ and σ² are the moving statistics. In training they are the batch's, and the moving statistics become
/// m·old + (1 − m)·batch with m = min(momentum, `Pass.largestStatisticsMomentum`); as in libtorch the batch's variance
/// enters the moving one divided by n − 1.
public struct BatchNorm: Layer {
    /// Size of the normalised axis.
    public let features: Int
    /// The normalised axis of a batch (N is 0); −1 is the last.
    public let axis: Int
    /// Share of the moving statistics that stays in each step (Keras's convention).
    public let momentum: Double
    /// ε, added to the variance.
    public let epsilon: Double
    /// Whether there is a γ.
    public let hasGamma: Bool
    /// Whether there is a β.
    public let hasBeta: Bool

    /// Describes a batch normalisation.
    public init(
        features: Int,
        axis: Int = -1,
        momentum: Double = 0.99,
        epsilon: Double = 0.001,
        hasGamma: Bool = true,
        hasBeta: Bool = true
    ) {
        self.features = features
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon
        self.hasGamma = hasGamma
        self.hasBeta = hasBeta
    }

    /// γ, β where there are such, moving mean and moving variance, each (features).
    public var parameters: [ParameterSpec] {
        (hasGamma ? [ParameterSpec("gamma", [features], .ones)] : [])
            + (hasBeta ? [ParameterSpec("beta", [features], .zeros)] : [])
            + [
                ParameterSpec("moving_mean", [features], isTrainable: false, .zeros),
                ParameterSpec("moving_variance", [features], isTrainable: false, .ones),
            ]
    }

    /// Training normalises with the statistics of the batch.
    public var mixesRecords: Bool { true }

    /// Means and variances are summed with all digits.
    public var takesBfloat16: Bool { true }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard let shape = inputs.first, let index = recordAxis(rank: shape.count + 1), shape[index] == features else {
            throw .shape("BatchNorm", "normalises \(features) features on axis \(axis), gets the shape \(inputs)")
        }
        return shape
    }

    /// The axis within a record, when it is one.
    private func recordAxis(rank: Int) -> Int? {
        let index = axis < 0 ? rank + axis : axis
        return index >= 1 && index < rank ? index - 1 : nil
    }

    /// γ·(x − µ) / √(σ² + ε) + β.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        let shape = x.shape
        let axis = axis < 0 ? shape.count + axis : axis
        if shape.count == 2 { return try normalized(x, parameters, pass) }
        if axis == shape.count - 1 {
            // A channels-last view: the engine normalises it as it lies.
            let view = try x.reshaped([shape[0], -1, 1, features]).permuted([0, 3, 1, 2])
            return try normalized(view, parameters, pass).permuted([0, 2, 3, 1]).reshaped(shape)
        }
        let others = (1..<shape.count).filter { $0 != axis }
        let order = [0, axis] + others
        let y = try normalized(x.permuted(order), parameters, pass)
        return try y.permuted((0..<shape.count).map { order.firstIndex(of: $0) ?? $0 })
    }

    private func normalized(_ x: Tensor, _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let scales = (hasGamma ? 1 : 0)
        let statistics = scales + (hasBeta ? 1 : 0)
        return try x.batchNormalized(
            gamma: hasGamma ? parameters[0] : nil,
            beta: hasBeta ? parameters[scales] : nil,
            mean: parameters[statistics],
            variance: parameters[statistics + 1],
            isTraining: pass.isTraining,
            momentum: 1 - min(momentum, Pass.largestStatisticsMomentum),
            epsilon: epsilon
        )
    }
}
