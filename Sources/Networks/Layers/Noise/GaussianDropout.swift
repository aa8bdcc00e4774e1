import Tensors

/// x · N(1, rate / (1 − rate)) in training (Srivastava et al. 2014, section 10); the identity at inference.
public struct GaussianDropout: Layer {
    /// The share of values a dropout of the same strength would drop, in [0, 1).
    public let rate: Double

    /// Multiplies with noise.
    public init(rate: Double) { self.rate = rate }

    /// Training draws what is dropped.
    public var isRandom: Bool { rate > 0 }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { inputs[0] }

    /// x·noise in training, x at inference.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        guard pass.isTraining, rate > 0, rate < 1, let generator = pass.generator else { return x }
        let deviation = (rate / (1 - rate)).squareRoot()
        let noise = try generator.normal(mean: 1, deviation: deviation, shape: x.shape)
        return try x.multiplying(noise.moved(to: x.device))
    }
}
