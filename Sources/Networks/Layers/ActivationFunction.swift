import Tensors

/// The activation functions, by the names Keras uses.
public enum ActivationFunction: Sendable, Hashable {
    /// The identity.
    case linear
    /// max(x, 0), optionally bounded, with a slope below a threshold (Keras's `ReLU`).
    case relu(maximum: Double?, slope: Double, threshold: Double)
    /// 1 / (1 + e^−x).
    case sigmoid
    /// Hyperbolic tangent.
    case tanh
    /// Softmax along an axis of the batch (−1: last).
    case softmax(axis: Int)
    /// Logarithm of the softmax along the last axis.
    case logSoftmax
    /// x for positive, α(e^x − 1) for negative values.
    case elu(alpha: Double)
    /// Scaled exponential linear unit.
    case selu
    /// log(1 + e^x).
    case softplus
    /// x / (1 + |x|).
    case softsign
    /// x · sigmoid(x), also called swish.
    case silu
    /// Gaussian error linear unit; Keras's default is the exact form.
    case gelu(isApproximate: Bool)
    /// e^x.
    case exponential
    /// clip(x·slope + 0.5, 0, 1): 0.2 in Keras 1 and 2, 1/6 in Keras 3.
    case hardSigmoid(slope: Double)
    /// x · hardSigmoid(x) with slope 1/6.
    case hardSwish
    /// min(max(x, 0), 6).
    case relu6
    /// x · tanh(softplus(x)).
    case mish
    /// x for positive, slope·x for negative values.
    case leakyRelu(slope: Double)

    /// The plain ReLU.
    public static var relu: ActivationFunction { .relu(maximum: nil, slope: 0, threshold: 0) }

    /// The function's value for each element.
    public func callAsFunction(_ x: Tensor) throws(TensorError) -> Tensor {
        switch self {
        case .linear: x
        case .relu(nil, 0, 0): try x.relu()
        case .relu(let maximum, let slope, let threshold): try general(x, maximum, slope, threshold)
        case .sigmoid: try x.sigmoid()
        case .tanh: try x.tanh()
        case .softmax(let axis): try x.softmax(axis: axis)
        case .logSoftmax: try x.logSoftmax(axis: -1)
        case .elu(let alpha): try x.elu(alpha: alpha)
        case .selu: try x.selu()
        case .softplus: try x.softplus()
        case .softsign: try x.softsign()
        case .silu: try x.silu()
        case .gelu(let isApproximate): isApproximate ? try x.geluTanh() : try x.gelu()
        case .exponential: try x.exp()
        case .hardSigmoid(let slope): try x.multiplying(slope).adding(0.5).clamped(low: 0).clamped(high: 1)
        case .hardSwish:
            try x.multiplying(x.multiplying(1.0 / 6).adding(0.5).clamped(low: 0).clamped(high: 1))
        case .relu6: try x.relu6()
        case .mish: try x.mish()
        case .leakyRelu(let slope): try x.leakyRelu(slope: slope)
        }
    }

    /// x above the threshold up to the maximum; slope·(x − threshold) below it.
    private func general(
        _ x: Tensor,
        _ maximum: Double?,
        _ slope: Double,
        _ threshold: Double
    ) throws(TensorError) -> Tensor {
        let shifted = try x.adding(-threshold)
        let isAbove = try Tensor.zeros([1], device: x.device).less(than: shifted).converted(to: .float32)
        let isBelow = try isAbove.multiplying(-1).adding(1)
        let bounded = if let maximum { try x.clamped(high: maximum) } else { x }
        return try bounded.multiplying(isAbove).adding(shifted.multiplying(slope).multiplying(isBelow))
    }
}
