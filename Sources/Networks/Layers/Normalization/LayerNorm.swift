import Tensors

/// Layer normalisation (Ba et al. 2016): γ·(x − µ) / √(σ² + ε) + β, with µ and σ² of each record over some axes.
public struct LayerNorm: Layer {
    /// The normalised axes of a batch (N is 0), ascending.
    public let axes: [Int]
    /// Their sizes.
    public let sizes: [Int]
    /// ε, added to the variance.
    public let epsilon: Double
    /// Whether there is a γ.
    public let hasGamma: Bool
    /// Whether there is a β.
    public let hasBeta: Bool
    /// Whether µ is subtracted (Keras's `rms_scaling` leaves it, and divides by σ all the same).
    public let isCentred: Bool

    /// Describes a layer normalisation.
    public init(
        axes: [Int],
        sizes: [Int],
        epsilon: Double = 0.001,
        hasGamma: Bool = true,
        hasBeta: Bool = true,
        isCentred: Bool = true
    ) {
        self.axes = axes
        self.sizes = sizes
        self.epsilon = epsilon
        self.hasGamma = hasGamma
        self.hasBeta = hasBeta
        self.isCentred = isCentred
    }

    /// γ and β where there are such, each of the shape `sizes`.
    public var parameters: [ParameterSpec] {
        (hasGamma ? [ParameterSpec("gamma", sizes, .ones)] : [])
            + (hasBeta ? [ParameterSpec("beta", sizes, .zeros)] : [])
    }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard let shape = inputs.first, !axes.isEmpty, axes.count == sizes.count,
            axes.allSatisfy({ $0 >= 1 && $0 <= shape.count }), axes.map({ shape[$0 - 1] }) == sizes
        else {
            throw .shape("LayerNorm", "normalises sizes \(sizes) on axes \(axes), gets the shape \(inputs)")
        }
        return shape
    }

    /// γ·(x − µ) / √(σ² + ε) + β.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        let rank = x.rank
        let gamma = hasGamma ? parameters[0] : nil
        let beta = hasBeta ? parameters[hasGamma ? 1 : 0] : nil
        if isCentred, axes == Array(rank - axes.count..<rank) {
            return try x.layerNormalized(shape: sizes, gamma: gamma, beta: beta, epsilon: epsilon)
        }
        let centred = !isCentred ? x : try x.subtracting(x.mean(axes: axes, keepingAxes: true))
        let scale = try x.variance(axes: axes, keepingAxes: true).adding(epsilon).reciprocalSquareRoot()
        var y = try centred.multiplying(scale)
        var shape = Array(repeating: 1, count: rank)
        for (axis, size) in zip(axes, sizes) { shape[axis] = size }
        if let gamma { y = try y.multiplying(gamma.reshaped(shape)) }
        if let beta { y = try y.adding(beta.reshaped(shape)) }
        return y
    }
}
