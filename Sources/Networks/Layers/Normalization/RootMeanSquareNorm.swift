import Tensors

/// Root-mean-square normalisation (Zhang & Sennrich 2019): γ·x / √(mean(x²) + ε) over some axes.
public struct RootMeanSquareNorm: Layer {
    /// The normalised axes of a batch (N is 0), ascending.
    public let axes: [Int]
    /// Their sizes.
    public let sizes: [Int]
    /// ε.
    public let epsilon: Double

    /// Describes a normalisation.
    public init(axes: [Int], sizes: [Int], epsilon: Double = 1e-6) {
        self.axes = axes
        self.sizes = sizes
        self.epsilon = epsilon
    }

    /// γ of the shape `sizes`.
    public var parameters: [ParameterSpec] { [ParameterSpec("scale", sizes, .ones)] }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard let shape = inputs.first, !axes.isEmpty, axes.allSatisfy({ $0 >= 1 && $0 <= shape.count }),
            axes.map({ shape[$0 - 1] }) == sizes
        else {
            throw .shape("RootMeanSquareNorm", "normalises sizes \(sizes) on axes \(axes), gets the shape \(inputs)")
        }
        return shape
    }

    /// γ·x / √(mean(x²) + ε).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        let squares = try x.squared().mean(axes: axes, keepingAxes: true)
        var shape = Array(repeating: 1, count: x.rank)
        for (axis, size) in zip(axes, sizes) { shape[axis] = size }
        return try x.multiplying(squares.adding(epsilon).reciprocalSquareRoot())
            .multiplying(parameters[0].reshaped(shape))
    }
}
