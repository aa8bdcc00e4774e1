import Tensors

/// The largest of several dense layers, element by element (Goodfellow et al. 2013): max_k(x·W_k + b_k).
public struct Maxout: Layer {
    /// Size of the input's only axis.
    public let inputs: Int
    /// Size of the output's only axis.
    public let units: Int
    /// Number of dense layers.
    public let pieces: Int
    /// Whether biases are added.
    public let hasBias: Bool

    /// Describes a layer.
    public init(inputs: Int, units: Int, pieces: Int, hasBias: Bool = true) {
        self.inputs = inputs
        self.units = units
        self.pieces = pieces
        self.hasBias = hasBias
    }

    /// kernel (pieces, in, out) and bias (pieces, out).
    public var parameters: [ParameterSpec] {
        let kernel = ParameterSpec("kernel", [pieces, inputs, units], .glorotUniform(fanIn: inputs, fanOut: units))
        return hasBias ? [kernel, ParameterSpec("bias", [pieces, units], .zeros)] : [kernel]
    }

    /// (units).
    public func outputShape(_ shapes: [[Int]]) throws(NetworkError) -> [Int] {
        guard shapes.first == [inputs] else { throw .shape("Maxout", "takes \(inputs) values, gets \(shapes)") }
        return [units]
    }

    /// One per element of the kernel.
    public func multiplyAdds(_ shapes: [[Int]]) -> Int { [pieces, inputs, units].saturatedProduct() }

    /// max_k(x·W_k + b_k).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        var pieces = try inputs[0].matrixProduct(parameters[0])
        if hasBias { pieces = try pieces.adding(parameters[1].reshaped([self.pieces, 1, units])) }
        return try pieces.max(axes: [0])
    }
}
