import Tensors

/// x for positive, α·x for negative values, with a trained α (He et al. 2015; Keras's `PReLU`).
public struct ParametricRelu: Layer {
    /// The shape of α: a record's, with 1 on axes that share their values.
    public let shape: [Int]

    /// Describes the layer.
    public init(shape: [Int]) { self.shape = shape }

    /// α.
    public var parameters: [ParameterSpec] { [ParameterSpec("alpha", shape, .zeros)] }

    /// The input's shape.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        let record = inputs[0]
        guard record.count == shape.count, zip(record, shape).allSatisfy({ $1 == 1 || $0 == $1 }) else {
            throw .shape("ParametricRelu", "slopes of the shape \(shape) do not fit \(record)")
        }
        return record
    }

    /// max(x, 0) − α·max(−x, 0).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        return try x.relu().subtracting(x.negated().relu().multiplying(parameters[0]))
    }
}
