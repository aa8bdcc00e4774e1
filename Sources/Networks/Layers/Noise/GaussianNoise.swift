import Tensors

/// x + N(0, σ²) in training; the identity at inference.
public struct GaussianNoise: Layer {
    /// σ.
    public let deviation: Double

    /// Adds noise.
    public init(deviation: Double) { self.deviation = deviation }

    /// Training draws what is added.
    public var isRandom: Bool { deviation > 0 }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { inputs[0] }

    /// x + noise in training, x at inference.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        guard pass.isTraining, deviation > 0, let generator = pass.generator else { return x }
        return try x.adding(generator.normal(deviation: deviation, shape: x.shape).moved(to: x.device))
    }
}
