import Tensors

/// Long short-term memory (Hochreiter & Schmidhuber 1997, with a forget gate):
/// c' = σ(f)·c + σ(i)·a(g), h' = σ(o)·a(c'), with (i, f, g, o) = x·W + h·U + b.
public struct LSTMCell: RecurrentCell {
    /// Size of the input at a step.
    public let inputs: Int
    /// Size of the output.
    public let units: Int
    /// Whether a bias is added.
    public let hasBias: Bool
    /// a.
    public let activation: ActivationFunction
    /// σ.
    public let gate: ActivationFunction
    /// What training drops.
    public let dropout: RecurrentDropout

    /// Describes a cell.
    public init(
        inputs: Int,
        units: Int,
        hasBias: Bool = true,
        activation: ActivationFunction = .tanh,
        gate: ActivationFunction = .sigmoid,
        dropout: RecurrentDropout = .none
    ) {
        self.inputs = inputs
        self.units = units
        self.hasBias = hasBias
        self.activation = activation
        self.gate = gate
        self.dropout = dropout
    }

    /// kernel (in, 4·out), recurrent kernel (out, 4·out), bias (4·out), the gates in the order i, f, g, o; a fresh
    /// forget gate has the bias 1 (Jozefowicz et al. 2015).
    public var parameters: [ParameterSpec] {
        let width = 4 * units
        return [
            ParameterSpec("kernel", [inputs, width], .glorotUniform(fanIn: inputs, fanOut: width)),
            ParameterSpec("recurrent_kernel", [units, width], .orthogonal),
        ] + (hasBias ? [ParameterSpec("bias", [width], .onesWithin(units..<2 * units))] : [])
    }

    /// h and c.
    public var stateCount: Int { 2 }

    /// (units).
    public func outputShape(_ step: [Int]) throws(NetworkError) -> [Int] {
        try vectorShape(step)
    }

    /// x·W + b.
    public func projected(_ x: Tensor, _ parameters: [Tensor]) throws(TensorError) -> Tensor {
        try x.linear(weight: parameters[0], bias: hasBias ? parameters[2] : nil)
    }

    /// h' and c'.
    public func step(
        _ projected: Tensor,
        states: [Tensor],
        recurrent: Tensor,
        _ parameters: [Tensor]
    ) throws(TensorError) -> [Tensor] {
        let sum = try recurrent.linear(weight: parameters[1], bias: projected)
        return try Self.next(sum, axis: 1, memory: states[1], activation: activation, gate: gate)
    }

    /// h' and c' of the four gates' sums, which stand one after the other on an axis.
    static func next(
        _ sum: Tensor,
        axis: Int,
        memory: Tensor,
        activation: ActivationFunction,
        gate: ActivationFunction
    ) throws(TensorError) -> [Tensor] {
        let parts = try sum.parts(4, axis: axis)
        let kept = try gate(parts[1]).multiplying(memory)
        let memory = try kept.adding(gate(parts[0]).multiplying(activation(parts[2])))
        return [try gate(parts[3]).multiplying(activation(memory)), memory]
    }

    /// Both kernels once.
    public func multiplyAdds(_ step: [Int]) -> Int { [inputs + units, 4 * units].saturatedProduct() }
}
