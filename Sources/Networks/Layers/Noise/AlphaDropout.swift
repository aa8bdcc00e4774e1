import Tensors

/// Dropout that keeps mean and variance of self-normalising networks (Klambauer et al. 2017, section 3).
public struct AlphaDropout: Layer {
    /// Share of values dropped, in [0, 1).
    public let rate: Double

    /// The value SELU tends to for large negative inputs, −λα.
    private static let saturation = -1.758_099_340_847_376_6

    /// Drops a share of values.
    public init(rate: Double) { self.rate = rate }

    /// Training draws what is dropped.
    public var isRandom: Bool { rate > 0 }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { inputs[0] }

    /// a·(x·mask + α'·(1 − mask)) + b in training, x at inference.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        guard pass.isTraining, rate > 0, rate < 1, let generator = pass.generator else { return x }
        let low = Self.saturation
        let a = 1 / ((1 - rate) * (1 + rate * low * low)).squareRoot()
        let b = -a * low * rate
        let kept = try generator.kept(dropping: rate, shape: x.shape, device: x.device)
        let dropped = try kept.multiplying(-low).adding(low)
        return try x.multiplying(kept).adding(dropped).multiplying(a).adding(b)
    }
}
