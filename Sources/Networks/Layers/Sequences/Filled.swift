import Tensors

/// One number in the shape of the input.
public struct Filled: Layer {
    /// The number.
    public let value: Double

    /// Describes the output.
    public init(value: Double) { self.value = value }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { inputs[0] }

    /// The number everywhere.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        try .full(value, shape: inputs[0].shape, device: inputs[0].device)
    }
}
