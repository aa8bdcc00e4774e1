import Tensors

/// The largest value or the mean of each channel over all spatial axes.
public struct GlobalPooling: Layer {
    /// What is taken.
    public let kind: PoolingKind
    /// Where the channels stand.
    public let order: AxisOrder
    /// Whether the spatial axes stay, with length 1.
    public let keepsAxes: Bool

    /// Describes a global pooling.
    public init(_ kind: PoolingKind, order: AxisOrder = .channelsLast, keepsAxes: Bool = false) {
        self.kind = kind
        self.order = order
        self.keepsAxes = keepsAxes
    }

    /// (C), or the input's rank with spatial lengths of 1.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let shape = inputs[0]
        guard shape.count >= 2 else { throw .shape("GlobalPooling", "needs spatial axes, gets the shape \(shape)") }
        let channels = order.channels(shape)
        return keepsAxes
            ? order.shape(spatial: order.spatial(shape).map { _ in 1 }, channels: channels) : [channels]
    }

    /// max or mean over the spatial axes.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let axes = order.spatialAxes(count: inputs[0].rank - 2)
        switch kind {
        case .max: return try inputs[0].max(axes: axes, keepingAxes: keepsAxes)
        case .average: return try inputs[0].mean(axes: axes, keepingAxes: keepsAxes)
        }
    }
}
