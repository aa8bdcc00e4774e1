import Tensors

/// Sets whole records to 0 in training and scales the others (Huang et al. 2016); the identity at inference.
public struct StochasticDepth: Layer {
    /// Share of records dropped, in [0, 1).
    public let rate: Double

    /// Drops a share of the records.
    public init(rate: Double) { self.rate = rate }

    /// Training draws what is dropped.
    public var isRandom: Bool { rate > 0 }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { inputs[0] }

    /// x·mask / (1 − rate) in training, x at inference.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        guard pass.isTraining, rate > 0, rate < 1, let generator = pass.generator else { return x }
        let shape = [x.shape[0]] + Array(repeating: 1, count: x.rank - 1)
        let kept = try generator.kept(dropping: rate, shape: shape, device: x.device)
        return try x.multiplying(kept).multiplying(1 / (1 - rate))
    }
}
