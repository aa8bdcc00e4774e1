import Tensors

/// The largest value or the mean of each of a given number of windows, per channel.
///
/// Along an axis of length L the window i of n runs from ⌊i·L / n⌋ to before ⌈(i + 1)·L / n⌉.
public struct AdaptivePooling: Layer {
    /// What is taken of each window.
    public let kind: PoolingKind
    /// Number of windows per spatial axis.
    public let size: [Int]
    /// Where the channels stand.
    public let order: AxisOrder

    /// Describes a pooling.
    public init(_ kind: PoolingKind, size: [Int], order: AxisOrder = .channelsLast) {
        self.kind = kind
        self.size = size
        self.order = order
    }

    /// The windows with the input's channels.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard inputs[0].count == size.count + 1, size.allSatisfy({ $0 > 0 }) else {
            throw .shape("AdaptivePooling", "pools \(size.count) spatial axes, gets the shape \(inputs[0])")
        }
        return order.shape(spatial: size, channels: order.channels(inputs[0]))
    }

    /// max or mean over each window.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let pooled = try order.engineView(inputs[0])
            .adaptivelyPooled(size: AxisOrder.engineList(size, filler: 1), maximum: kind == .max)
        return try order.restored(pooled, count: size.count)
    }
}
