import Tensors

/// A fully connected layer over the last axis: activation(x·W + b).
public struct Dense: Layer, SoftmaxEnding {
    /// Size of the input's last axis.
    public let inputs: Int
    /// Size of the output's last axis.
    public let units: Int
    /// Whether a bias is added.
    public let hasBias: Bool
    /// What follows.
    public let activation: ActivationFunction

    /// Describes a dense layer.
    public init(inputs: Int, units: Int, hasBias: Bool = true, activation: ActivationFunction = .linear) {
        self.inputs = inputs
        self.units = units
        self.hasBias = hasBias
        self.activation = activation
    }

    /// kernel (in, out) and bias (out).
    public var parameters: [ParameterSpec] {
        let kernel = ParameterSpec("kernel", [inputs, units], .glorotUniform(fanIn: inputs, fanOut: units))
        return hasBias ? [kernel, ParameterSpec("bias", [units], .zeros)] : [kernel]
    }

    /// The input's shape with its last axis replaced.
    public func outputShape(_ shapes: [[Int]]) throws(NetworkError) -> [Int] {
        guard let last = shapes.first?.last, last == inputs else {
            throw .shape("Dense", "takes \(inputs) values on the last axis, gets the shape \(shapes)")
        }
        return shapes[0].dropLast() + [units]
    }

    /// units for each value of the input.
    public func multiplyAdds(_ shapes: [[Int]]) -> Int { ((shapes.first ?? []) + [units]).saturatedProduct() }

    /// activation(x·W + b).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        try activation(inputs[0].linear(weight: parameters[0], bias: hasBias ? parameters[1] : nil))
    }

    /// The same layer answering logits.
    public func withoutSoftmax() -> (any Layer)? {
        guard case .softmax = activation else { return nil }
        return Dense(inputs: inputs, units: units, hasBias: hasBias)
    }
}
