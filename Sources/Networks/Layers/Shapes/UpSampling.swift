import Tensors

/// The spatial axes stretched by whole factors.
public struct UpSampling: Layer {
    /// The factor per spatial axis.
    public let factors: [Int]
    /// Whether values between are interpolated (half-pixel centres; two spatial axes) instead of repeated.
    public let isBilinear: Bool
    /// Where the channels stand.
    public let order: AxisOrder

    /// Describes a stretching.
    public init(_ factors: [Int], isBilinear: Bool = false, order: AxisOrder = .channelsLast) {
        self.factors = factors
        self.isBilinear = isBilinear
        self.order = order
    }

    /// The input's shape with stretched axes.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let spatial = order.spatial(inputs[0])
        guard spatial.count == factors.count, factors.allSatisfy({ $0 > 0 }), !isBilinear || factors.count == 2 else {
            throw .shape("UpSampling", "cannot stretch \(inputs[0]) by \(factors)")
        }
        return order.shape(spatial: zip(spatial, factors).map(*), channels: order.channels(inputs[0]))
    }

    /// The stretched batch.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        var x = inputs[0]
        if isBilinear {
            let view = try order.engineView(x)
            let shape = view.shape
            let resized = try view.resized(
                height: shape[2] * factors[0],
                width: shape[3] * factors[1],
                bilinear: true
            )
            return try order.restored(resized, count: 2)
        }
        for (axis, factor) in zip(order.spatialAxes(count: factors.count), factors) where factor > 1 {
            x = try x.repeating(factor, axis: axis)
        }
        return x
    }
}
