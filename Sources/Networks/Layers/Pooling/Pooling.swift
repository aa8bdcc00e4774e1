import Tensors

/// The largest value or the mean of each window, per channel; the mean counts only elements inside the record.
public struct Pooling: Layer {
    /// What is taken of each window.
    public let kind: PoolingKind
    /// The window.
    public let window: SlidingWindow
    /// Where the channels stand.
    public let order: AxisOrder

    /// Describes a pooling.
    public init(_ kind: PoolingKind, window: SlidingWindow, order: AxisOrder = .channelsLast) {
        self.kind = kind
        self.window = window
        self.order = order
    }

    /// The window's positions with the input's channels.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let lengths = try window.outputLengths(order.spatial(inputs[0]), layer: "Pooling")
        return order.shape(spatial: lengths, channels: order.channels(inputs[0]))
    }

    /// max or mean over each window.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        let spatial = order.spatial(Array(x.shape.dropFirst()))
        let pads = window.pads(spatial)
        // The engine pads both ends alike and for free; an odd border has to be made first.
        if pads.allSatisfy({ $0.before == $0.after }) { return try pooled(x, padding: pads.map(\.before)) }
        let none = pads.map { _ in 0 }
        switch kind {
        case .max: return try pooled(order.padded(x, pads, value: -.infinity), padding: none)
        case .average:
            let means = try pooled(order.padded(x, pads), padding: none)
            let ones = try Tensor.full(1, shape: [1] + order.shape(spatial: spatial, channels: 1), device: x.device)
            return try means.dividing(pooled(order.padded(ones, pads), padding: none))
        }
    }

    private func pooled(_ x: Tensor, padding: [Int]) throws(TensorError) -> Tensor {
        let view = try order.engineView(x)
        let size = AxisOrder.engineList(window.size, filler: 1)
        let strides = AxisOrder.engineList(window.strides, filler: 1)
        let padding = AxisOrder.engineList(padding, filler: 0)
        let y =
            switch kind {
            case .max: try view.maxPool(window: size, strides: strides, padding: padding)
            case .average: try view.averagePool(window: size, strides: strides, padding: padding)
            }
        return try order.restored(y, count: window.axes)
    }
}
