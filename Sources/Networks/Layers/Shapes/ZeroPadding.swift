import Tensors

/// A border of zeros around the spatial axes.
public struct ZeroPadding: Layer {
    /// The border per spatial axis.
    public let pads: [SlidingWindow.Pad]
    /// Where the channels stand.
    public let order: AxisOrder

    /// Describes a border.
    public init(_ pads: [SlidingWindow.Pad], order: AxisOrder = .channelsLast) {
        self.pads = pads
        self.order = order
    }

    /// The input's shape with its borders.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let spatial = order.spatial(inputs[0])
        guard spatial.count == pads.count else {
            throw .shape("ZeroPadding", "borders \(pads.count) axes of \(inputs[0])")
        }
        let lengths = zip(spatial, pads).map { $0 + $1.before + $1.after }
        return order.shape(spatial: lengths, channels: order.channels(inputs[0]))
    }

    /// The bordered batch.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        try order.padded(inputs[0], pads)
    }
}
