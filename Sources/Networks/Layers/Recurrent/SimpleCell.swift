import Tensors

/// A fully connected cell: h' = activation(x·W + h·U + b) (Keras's `SimpleRNN`).
public struct SimpleCell: RecurrentCell {
    /// Size of the input at a step.
    public let inputs: Int
    /// Size of the output.
    public let units: Int
    /// Whether a bias is added.
    public let hasBias: Bool
    /// What follows the sum.
    public let activation: ActivationFunction
    /// What training drops.
    public let dropout: RecurrentDropout

    /// Describes a cell.
    public init(
        inputs: Int,
        units: Int,
        hasBias: Bool = true,
        activation: ActivationFunction = .tanh,
        dropout: RecurrentDropout = .none
    ) {
        self.inputs = inputs
        self.units = units
        self.hasBias = hasBias
        self.activation = activation
        self.dropout = dropout
    }

    /// kernel (in, out), recurrent kernel (out, out), bias (out).
    public var parameters: [ParameterSpec] {
        [
            ParameterSpec("kernel", [inputs, units], .glorotUniform(fanIn: inputs, fanOut: units)),
            ParameterSpec("recurrent_kernel", [units, units], .orthogonal),
        ] + (hasBias ? [ParameterSpec("bias", [units], .zeros)] : [])
    }

    /// h.
    public var stateCount: Int { 1 }

    /// (units).
    public func outputShape(_ step: [Int]) throws(NetworkError) -> [Int] {
        try vectorShape(step)
    }

    /// x·W + b.
    public func projected(_ x: Tensor, _ parameters: [Tensor]) throws(TensorError) -> Tensor {
        try x.linear(weight: parameters[0], bias: hasBias ? parameters[2] : nil)
    }

    /// activation(x·W + b + h·U).
    public func step(
        _ projected: Tensor,
        states: [Tensor],
        recurrent: Tensor,
        _ parameters: [Tensor]
    ) throws(TensorError) -> [Tensor] {
        [try activation(recurrent.linear(weight: parameters[1], bias: projected))]
    }

    /// Both kernels once.
    public func multiplyAdds(_ step: [Int]) -> Int { [inputs + units, units].saturatedProduct() }
}
