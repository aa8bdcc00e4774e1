import Tensors

/// Gated recurrent unit (Cho et al. 2014): h' = z·h + (1 − z)·a(x_h + …), with the gates z and r = σ(x·W + h·U + b).
public struct GRUCell: RecurrentCell {
    /// Size of the input at a step.
    public let inputs: Int
    /// Size of the output.
    public let units: Int
    /// Whether biases are added.
    public let hasBias: Bool
    /// a.
    public let activation: ActivationFunction
    /// σ.
    public let gate: ActivationFunction
    /// Whether r scales h·U (with a bias of its own) rather than h (Keras's `reset_after`).
    public let resetsAfter: Bool
    /// What training drops.
    public let dropout: RecurrentDropout

    /// Describes a cell.
    public init(
        inputs: Int,
        units: Int,
        hasBias: Bool = true,
        activation: ActivationFunction = .tanh,
        gate: ActivationFunction = .sigmoid,
        resetsAfter: Bool = true,
        dropout: RecurrentDropout = .none
    ) {
        self.inputs = inputs
        self.units = units
        self.hasBias = hasBias
        self.activation = activation
        self.gate = gate
        self.resetsAfter = resetsAfter
        self.dropout = dropout
    }

    /// kernel (in, 3·out), recurrent kernel (out, 3·out), bias (3·out) or (2, 3·out), the gates in the order z, r, h.
    public var parameters: [ParameterSpec] {
        let width = 3 * units
        return [
            ParameterSpec("kernel", [inputs, width], .glorotUniform(fanIn: inputs, fanOut: width)),
            ParameterSpec("recurrent_kernel", [units, width], .orthogonal),
        ] + (hasBias ? [ParameterSpec("bias", resetsAfter ? [2, width] : [width], .zeros)] : [])
    }

    /// h.
    public var stateCount: Int { 1 }

    /// (units).
    public func outputShape(_ step: [Int]) throws(NetworkError) -> [Int] {
        try vectorShape(step)
    }

    /// x·W + b.
    public func projected(_ x: Tensor, _ parameters: [Tensor]) throws(TensorError) -> Tensor {
        guard hasBias else { return try x.linear(weight: parameters[0], bias: nil) }
        let bias = resetsAfter ? try parameters[2].element(0, axis: 0) : parameters[2]
        return try x.linear(weight: parameters[0], bias: bias)
    }

    /// h'.
    public func step(
        _ projected: Tensor,
        states: [Tensor],
        recurrent: Tensor,
        _ parameters: [Tensor]
    ) throws(TensorError) -> [Tensor] {
        let kernel = parameters[1]
        let gates = 0..<2 * units
        let last = 2 * units..<3 * units
        let ofInput = try projected.slice(axis: 1, last)
        let both: Tensor
        let candidate: Tensor
        if resetsAfter {
            let bias = hasBias ? try parameters[2].element(1, axis: 0) : nil
            let sum = try recurrent.linear(weight: kernel, bias: bias)
            both = try gate(projected.slice(axis: 1, gates).adding(sum.slice(axis: 1, gates)))
            let reset = try both.slice(axis: 1, units..<2 * units)
            candidate = try ofInput.adding(reset.multiplying(sum.slice(axis: 1, last)))
        } else {
            let sum = try recurrent.matrixProduct(kernel.slice(axis: 1, gates))
            both = try gate(projected.slice(axis: 1, gates).adding(sum))
            let reset = try both.slice(axis: 1, units..<2 * units).multiplying(recurrent)
            candidate = try ofInput.adding(reset.matrixProduct(kernel.slice(axis: 1, last)))
        }
        let update = try both.slice(axis: 1, 0..<units)
        let new = try activation(candidate)
        return [try new.adding(update.multiplying(states[0].subtracting(new)))]
    }

    /// Both kernels once.
    public func multiplyAdds(_ step: [Int]) -> Int { [inputs + units, 3 * units].saturatedProduct() }
}
