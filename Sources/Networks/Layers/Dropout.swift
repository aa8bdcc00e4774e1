import Tensors

/// Sets a random share of values to 0 in training and scales the rest; the identity at inference.
public struct Dropout: Layer {
    /// Share of values dropped, in [0, 1).
    public let rate: Double
    /// For each axis of a batch whether all values along it are dropped or kept together; empty where none are.
    public let isShared: [Bool]

    /// Drops a share of values.
    public init(rate: Double, isShared: [Bool] = []) {
        self.rate = rate
        self.isShared = isShared
    }

    /// Training draws what is dropped.
    public var isRandom: Bool { rate > 0 }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { inputs[0] }

    /// x·mask / (1 − rate) in training, x at inference.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        guard pass.isTraining, rate > 0, rate < 1, let generator = pass.generator else { return x }
        let shape = isShared.count == x.rank ? zip(x.shape, isShared).map { $1 ? 1 : $0 } : x.shape
        let draws = try generator.uniform(shape: shape).moved(to: x.device)
        let dropped = try draws.less(than: .full(rate, shape: [1], device: x.device)).converted(to: .float32)
        return try x.multiplying(dropped.multiplying(-1).adding(1)).multiplying(1 / (1 - rate))
    }
}
