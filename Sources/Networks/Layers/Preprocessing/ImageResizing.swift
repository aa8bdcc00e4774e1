import Tensors

/// A part of each image brought to a height and a width.
public struct ImageResizing: Layer {
    /// The part that is kept before resizing.
    public enum Part: Sendable, Hashable {
        /// All of it.
        case whole
        /// The largest part in the middle with the proportions of the target.
        case sameProportions
        /// A part in the middle of the target's size; where the image is too small, as `sameProportions`.
        case middle
    }

    /// The height asked for.
    public let height: Int
    /// The width asked for.
    public let width: Int
    /// What is kept of the image.
    public let part: Part
    /// Whether values are interpolated (half-pixel centres) instead of taken from the nearest pixel.
    public let isBilinear: Bool
    /// Where the channels stand.
    public let order: AxisOrder

    /// Describes a resizing.
    public init(
        height: Int,
        width: Int,
        part: Part = .whole,
        isBilinear: Bool = true,
        order: AxisOrder = .channelsLast
    ) {
        self.height = height
        self.width = width
        self.part = part
        self.isBilinear = isBilinear
        self.order = order
    }

    /// (height, width) with the input's channels.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let spatial = order.spatial(inputs[0])
        guard spatial.count == 2, spatial.allSatisfy({ $0 > 0 }), height > 0, width > 0 else {
            throw .shape("ImageResizing", "resizes images, gets the shape \(inputs[0])")
        }
        return order.shape(spatial: [height, width], channels: order.channels(inputs[0]))
    }

    /// The resized batch.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        var x = inputs[0]
        let spatial = order.spatial(Array(x.shape.dropFirst()))
        let kept = kept(spatial)
        for (index, axis) in order.spatialAxes(count: 2).enumerated() where kept[index].count < spatial[index] {
            x = try x.slice(axis: axis, kept[index])
        }
        if kept.map(\.count) == [height, width] { return x }
        let view = try order.engineView(x)
        return try order.restored(view.resized(height: height, width: width, bilinear: isBilinear), count: 2)
    }

    /// The rows and columns that are kept.
    private func kept(_ spatial: [Int]) -> [Range<Int>] {
        let target = [height, width]
        switch part {
        case .whole: return spatial.map { 0..<$0 }
        case .middle where zip(spatial, target).allSatisfy({ $0 >= $1 }):
            return zip(spatial, target).map(Self.middle)
        case .middle, .sameProportions:
            return [0, 1].map { axis in
                // Rounded as Keras does: towards zero, in double precision.
                let fitting = Double(spatial[1 - axis] * target[axis]) / Double(target[1 - axis])
                return Self.middle(spatial[axis], max(min(spatial[axis], Int(fitting)), 1))
            }
        }
    }

    /// That many elements in the middle of a length.
    private static func middle(_ length: Int, _ kept: Int) -> Range<Int> {
        let start = (length - kept) / 2
        return start..<start + kept
    }
}
