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
    /// x for positive, α(e^(x / α) − 1) for negative values.
    case celu(alpha: Double)
    /// The first half of an axis of the batch (−1: last) times the sigmoid of the second.
    case glu(axis: Int)
    /// x where |x| > 0.5, else 0.
    case hardShrink
    /// clip(x, −1, 1).
    case hardTanh
    /// log(sigmoid(x)).
    case logSigmoid
    /// x moved by 0.5 towards 0, which it does not cross.
    case softShrink
    /// 0 up to −1, (x + 1)² / 4 up to 1, then x.
    case sparsePlus
    /// clip((x + 1) / 2, 0, 1).
    case sparseSigmoid
    /// A sparse softmax along the last axis, as Keras computes it (Martins & Astudillo 2016).
    case sparsemax
    /// (x + √(x² + 4)) / 2.
    case squareplus
    /// x − tanh(x).
    case tanhShrink
    /// Softmax over several axes of the batch together.
    case jointSoftmax(axes: [Int])

    /// The plain ReLU.
    public static var relu: ActivationFunction { .relu(maximum: nil, slope: 0, threshold: 0) }

    /// Whether a value's digits are enough for the function's: those that cut, and no more.
    var takesBfloat16: Bool {
        switch self {
        case .linear, .relu(nil, 0, 0), .relu6: true
        default: false
        }
    }

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
        case .celu(let alpha): try x.celu(alpha: alpha)
        case .glu(let axis): try gated(x, axis)
        case .hardShrink: try x.hardShrunk(threshold: 0.5)
        case .hardTanh: try x.clamped(low: -1).clamped(high: 1)
        case .logSigmoid: try x.logSigmoid()
        case .softShrink: try x.softShrunk(threshold: 0.5)
        // Bent between −1 and 1, where the square's slope is that of the lines it joins.
        case .sparsePlus:
            try x.clamped(low: -1).clamped(high: 1).adding(1).squared().multiplying(0.25)
                .adding(x.adding(-1).relu())
        case .sparseSigmoid: try x.adding(1).multiplying(0.5).clamped(low: 0).clamped(high: 1)
        case .sparsemax: try x.sparsemax()
        case .squareplus: try x.squared().adding(4).squareRoot().adding(x).multiplying(0.5)
        case .tanhShrink: try x.subtracting(x.tanh())
        case .jointSoftmax(let axes): try joint(x, axes)
        }
    }

    /// The shape of one record's output.
    ///
    /// - Throws: `NetworkError.shapeMismatch` when an axis cannot be halved.
    public func outputShape(_ shape: [Int]) throws(NetworkError) -> [Int] {
        guard case .glu(let axis) = self else { return shape }
        let index = axis < 0 ? shape.count + axis : axis - 1
        guard shape.indices.contains(index), shape[index] % 2 == 0 else {
            throw .shape("glu", "cannot halve axis \(axis) of \(shape)")
        }
        var halved = shape
        halved[index] /= 2
        return halved
    }

    /// x above the threshold up to the maximum; slope·(x − threshold) below it.
    private func general(
        _ x: Tensor,
        _ maximum: Double?,
        _ slope: Double,
        _ threshold: Double
    ) throws(TensorError) -> Tensor {
        let above = if let maximum { try x.clamped(high: maximum) } else { x }
        let isAbove = try Tensor.full(threshold, shape: [1], device: x.device).less(than: x)
        return try above.kept(where: isAbove, else: x.adding(-threshold).multiplying(slope))
    }

    private func gated(_ x: Tensor, _ axis: Int) throws(TensorError) -> Tensor {
        let axis = axis < 0 ? x.rank + axis : axis
        let length = x.shape[axis]
        let gate = try x.slice(axis: axis, length / 2..<length).sigmoid()
        return try x.slice(axis: axis, 0..<length / 2).multiplying(gate)
    }

    private func joint(_ x: Tensor, _ axes: [Int]) throws(TensorError) -> Tensor {
        let powers = try x.subtracting(x.max(axes: axes, keepingAxes: true)).exp()
        return try powers.dividing(powers.sum(axes: axes, keepingAxes: true))
    }
}

extension Tensor {
    /// max(x − τ, 0) along the last axis with the τ of Keras 3.8 to 3.15.
    ///
    /// There τ = (Σ_k Σ_{i ≤ k} x_i − 1) / K over the K largest values that stay, where Martins & Astudillo (2016)
    /// have Σ_{i ≤ K} x_i for the double sum; both agree where one value stays.
    fileprivate func sparsemax() throws(TensorError) -> Tensor {
        let sorted = try sortedDescending(axis: -1)
        let sums = try sorted.cumulativeSum(axis: -1)
        let length = shape.last ?? 1
        let counts = try Tensor(
            stride(from: 1, through: length, by: 1).map(Float.init),
            shape: [length],
            device: device
        )
        let isKept = try sums.adding(-1).less(than: sorted.multiplying(counts))
        let kept = try isKept.converted(to: .float32).sum(axes: [-1], keepingAxes: true)
        let zeros = try Tensor.zeros([1], device: device)
        let total = try sums.kept(where: isKept, else: zeros).sum(axes: [-1], keepingAxes: true)
        return try subtracting(total.adding(-1).dividing(kept)).relu()
    }
}
