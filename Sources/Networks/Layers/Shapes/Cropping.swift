import Tensors

/// The spatial axes without some elements at their ends.
public struct Cropping: Layer {
    /// What is cut off per spatial axis.
    public let crops: [SlidingWindow.Pad]
    /// Where the channels stand.
    public let order: AxisOrder

    /// Describes a cropping.
    public init(_ crops: [SlidingWindow.Pad], order: AxisOrder = .channelsLast) {
        self.crops = crops
        self.order = order
    }

    /// The input's shape without what is cut off.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let spatial = order.spatial(inputs[0])
        let lengths = zip(spatial, crops).map { $0 - $1.before - $1.after }
        guard spatial.count == crops.count, lengths.allSatisfy({ $0 > 0 }) else {
            throw .shape("Cropping", "nothing of \(inputs[0]) is left")
        }
        return order.shape(spatial: lengths, channels: order.channels(inputs[0]))
    }

    /// The batch without its borders.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        var x = inputs[0]
        let shape = x.shape
        for (axis, crop) in zip(order.spatialAxes(count: crops.count), crops) where crop.before + crop.after > 0 {
            x = try x.slice(axis: axis, crop.before..<shape[axis] - crop.after)
        }
        return x
    }
}
