import Tensors

/// All axes of a record made one, in row-major order.
public struct Flatten: Layer {
    /// Makes the layer.
    public init() {}

    /// One axis with all values.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { [inputs[0].reduce(1, *)] }

    /// (N, values).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        try inputs[0].reshaped([inputs[0].shape[0], -1])
    }
}
