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
        let given = try projected.parts(3, axis: 1)
        let update: Tensor
        let candidate: Tensor
        if resetsAfter {
            let bias = hasBias ? try parameters[2].element(1, axis: 0) : nil
            let own = try recurrent.linear(weight: parameters[1], bias: bias).parts(3, axis: 1)
            update = try gate(given[0].adding(own[0]))
            candidate = try given[2].adding(gate(given[1].adding(own[1])).multiplying(own[2]))
        } else {
            let kernels = try parameters[1].parts(3, axis: 1)
            update = try gate(given[0].adding(recurrent.matrixProduct(kernels[0])))
            let reset = try gate(given[1].adding(recurrent.matrixProduct(kernels[1])))
            candidate = try given[2].adding(reset.multiplying(recurrent).matrixProduct(kernels[2]))
        }
        let new = try activation(candidate)
        return [try new.adding(update.multiplying(states[0].subtracting(new)))]
    }

    /// Both kernels once.
    public func multiplyAdds(_ step: [Int]) -> Int { [inputs + units, 3 * units].saturatedProduct() }
}
