import Tensors

/// The input as it is.
public struct Identity: Layer {
    /// Makes the layer.
    public init() {}

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { inputs[0] }

    /// x.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        inputs[0]
    }
}
