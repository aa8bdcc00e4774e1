import Tensors

/// One tensor divided by another, element by element.
public struct Quotient: Layer {
    /// Makes the layer.
    public init() {}

    /// The common shape; an axis of length 1 stretches.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard inputs.count == 2 else { throw .shape("Quotient", "divides two tensors, gets \(inputs.count)") }
        return try Merge(.subtract).outputShape(inputs)
    }

    /// x / y.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        try inputs[0].dividing(inputs[1])
    }
}
