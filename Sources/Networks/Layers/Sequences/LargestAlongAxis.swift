import Tensors

/// The largest value along one axis, which goes.
public struct LargestAlongAxis: Layer {
    /// The axis of a batch (N is 0).
    public let axis: Int

    /// Describes the axis.
    public init(axis: Int) { self.axis = axis }

    /// The input's shape without the axis.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        var shape = inputs[0]
        guard shape.indices.contains(axis - 1), shape[axis - 1] > 0 else {
            throw .shape("LargestAlongAxis", "has no axis \(axis) in the shape \(shape)")
        }
        shape.remove(at: axis - 1)
        return shape
    }

    /// max along the axis.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        try inputs[0].max(axes: [axis])
    }
}
