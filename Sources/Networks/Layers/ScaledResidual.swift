import Tensors

/// A residual added with a factor: x_1 + scale·x_2.
public struct ScaledResidual: Layer {
    /// The factor.
    public let scale: Double

    /// Describes a sum.
    public init(scale: Double) { self.scale = scale }

    /// The common shape; an axis of length 1 stretches.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard inputs.count == 2 else { throw .shape("ScaledResidual", "adds two tensors, gets \(inputs.count)") }
        return try Merge(.add).outputShape(inputs)
    }

    /// x_1 + scale·x_2.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        try inputs[0].adding(inputs[1].multiplying(scale))
    }
}
