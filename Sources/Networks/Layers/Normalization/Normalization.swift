import Tensors

/// (x − µ) / max(σ, 1e-7) with given statistics along some axes (Keras's `Normalization`), or its inverse.
public struct Normalization: Layer {
    /// Where the statistics come from.
    public enum Statistics: Sendable, Hashable {
        /// Parameters of the layer: mean, variance and the number of records they were taken from.
        case parameters
        /// Numbers in the configuration, in row-major order.
        case fixed(mean: [Double], variance: [Double])
    }

    /// The axes of a batch (N is 0) with statistics of their own, ascending.
    public let axes: [Int]
    /// Their sizes.
    public let sizes: [Int]
    /// Where the statistics come from.
    public let statistics: Statistics
    /// Whether x·max(σ, 1e-7) + µ is computed instead.
    public let isInverse: Bool

    /// Describes a normalisation.
    public init(axes: [Int], sizes: [Int], statistics: Statistics = .parameters, isInverse: Bool = false) {
        self.axes = axes
        self.sizes = sizes
        self.statistics = statistics
        self.isInverse = isInverse
    }

    /// mean and variance of the shape `sizes`, count (); none with fixed statistics.
    public var parameters: [ParameterSpec] {
        guard case .parameters = statistics else { return [] }
        return [
            ParameterSpec("mean", sizes, isTrainable: false, .zeros),
            ParameterSpec("variance", sizes, isTrainable: false, .ones),
            ParameterSpec("count", [], isTrainable: false, .zeros),
        ]
    }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let shape = inputs[0]
        var isFitting = axes.allSatisfy { $0 >= 1 && $0 <= shape.count }
        isFitting = isFitting && axes.map { shape[$0 - 1] } == sizes
        if case .fixed(let mean, let variance) = statistics {
            let count = sizes.reduce(1, *)
            isFitting = isFitting && [mean.count, variance.count].allSatisfy { $0 == 1 || $0 == count }
        }
        guard isFitting else {
            throw .shape("Normalization", "statistics of \(sizes) on axes \(axes) do not fit \(shape)")
        }
        return shape
    }

    /// (x − µ) / max(σ, 1e-7).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        var shape = Array(repeating: 1, count: x.rank)
        for (axis, size) in zip(axes, sizes) { shape[axis] = size }
        let mean: Tensor
        let variance: Tensor
        switch statistics {
        case .parameters: (mean, variance) = (parameters[0], parameters[1])
        case .fixed(let first, let second):
            let count = sizes.reduce(1, *)
            mean = try constant(first, count, x.device)
            variance = try constant(second, count, x.device)
        }
        let deviation = try variance.reshaped(shape).squareRoot().clamped(low: 1e-7)
        if isInverse { return try x.multiplying(deviation).adding(mean.reshaped(shape)) }
        return try x.subtracting(mean.reshaped(shape)).dividing(deviation)
    }

    private func constant(_ values: [Double], _ count: Int, _ device: Device) throws(TensorError) -> Tensor {
        let all = values.count == count ? values : Array(repeating: values[0], count: count)
        return try Tensor(all.map(Float.init), shape: [count], device: device)
    }
}
