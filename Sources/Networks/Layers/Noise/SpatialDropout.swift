import Tensors

/// Sets whole channels to 0 in training and scales the others; the identity at inference.
public struct SpatialDropout: Layer {
    /// Share of channels dropped, in [0, 1).
    public let rate: Double
    /// Where the channels stand.
    public let order: AxisOrder

    /// Drops a share of the channels.
    public init(rate: Double, order: AxisOrder = .channelsLast) {
        self.rate = rate
        self.order = order
    }

    /// Training draws what is dropped.
    public var isRandom: Bool { rate > 0 }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { inputs[0] }

    /// x·mask / (1 − rate) in training, x at inference.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        guard pass.isTraining, rate > 0, rate < 1, let generator = pass.generator else { return x }
        let shape = x.shape
        let record = Array(shape.dropFirst())
        let ones = order.spatial(record).map { _ in 1 }
        let channels = [shape[0]] + order.shape(spatial: ones, channels: order.channels(record))
        let kept = try generator.kept(dropping: rate, shape: channels, device: x.device)
        return try x.multiplying(kept).multiplying(1 / (1 - rate))
    }
}
