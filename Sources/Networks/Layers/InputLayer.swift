import Tensors

/// The place where records enter.
public struct InputLayer: Layer {
    /// Shape of one record.
    public let shape: [Int]

    /// An input of the given record shape.
    public init(shape: [Int]) { self.shape = shape }

    /// The record's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] { shape }

    /// The batch itself.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        inputs[0]
    }
}
