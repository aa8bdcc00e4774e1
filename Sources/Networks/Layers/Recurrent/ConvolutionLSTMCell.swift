import Tensors

/// Long short-term memory whose products are convolutions (Shi et al. 2015): c' = σ(f)·c + σ(i)·a(g), h' = σ(o)·a(c'),
/// with (i, f, g, o) = W ⋆ x + U ⋆ h + b.
public struct ConvolutionLSTMCell: RecurrentCell {
    /// Channels of the input at a step.
    public let inputs: Int
    /// Channels of the output.
    public let filters: Int
    /// The window of the input's kernel; that of the recurrent one has its size, steps of 1 and keeps the lengths.
    public let window: SlidingWindow
    /// Where the channels stand at a step.
    public let order: AxisOrder
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
        filters: Int,
        window: SlidingWindow,
        order: AxisOrder = .channelsLast,
        hasBias: Bool = true,
        activation: ActivationFunction = .tanh,
        gate: ActivationFunction = .sigmoid,
        dropout: RecurrentDropout = .none
    ) {
        self.inputs = inputs
        self.filters = filters
        self.window = window
        self.order = order
        self.hasBias = hasBias
        self.activation = activation
        self.gate = gate
        self.dropout = dropout
    }

    private var ofInput: Convolution {
        Convolution(inputs: inputs, filters: 4 * filters, window: window, order: order, hasBias: hasBias)
    }

    private var ofOutput: Convolution {
        let window = SlidingWindow(window.size, padding: .same)
        return Convolution(inputs: filters, filters: 4 * filters, window: window, order: order, hasBias: false)
    }

    /// kernel (4·out, in, …), recurrent kernel (4·out, out, …), bias (4·out), the gates in the order i, f, g, o.
    public var parameters: [ParameterSpec] {
        let (kernel, recurrent) = (ofInput.parameters[0], ofOutput.parameters[0])
        return [kernel, ParameterSpec("recurrent_kernel", recurrent.shape, recurrent.initializer)]
            + (hasBias ? [ParameterSpec("bias", [4 * filters], .onesWithin(filters..<2 * filters))] : [])
    }

    /// h and c.
    public var stateCount: Int { 2 }

    /// The window's positions with `filters` channels.
    public func outputShape(_ step: [Int]) throws(NetworkError) -> [Int] {
        let shape = try ofInput.outputShape([step])
        return order.shape(spatial: order.spatial(shape), channels: filters)
    }

    /// W ⋆ x + b.
    public func projected(_ x: Tensor, _ parameters: [Tensor]) throws(TensorError) -> Tensor {
        let shape = x.shape
        let own = [parameters[0]] + (hasBias ? [parameters[2]] : [])
        let y = try ofInput.forward([x.reshaped([-1] + shape.dropFirst(2))], own, .inference)
        return try y.reshaped([shape[0], shape[1]] + y.shape.dropFirst())
    }

    /// h' and c'.
    public func step(
        _ projected: Tensor,
        states: [Tensor],
        recurrent: Tensor,
        _ parameters: [Tensor]
    ) throws(TensorError) -> [Tensor] {
        let sum = try projected.adding(ofOutput.forward([recurrent], [parameters[1]], .inference))
        return try LSTMCell.next(
            sum,
            axis: order == .channelsLast ? sum.rank - 1 : 1,
            memory: states[1],
            activation: activation,
            gate: gate
        )
    }

    /// Both kernels at every place of the output.
    public func multiplyAdds(_ step: [Int]) -> Int {
        let places = order.spatial((try? outputShape(step)) ?? [])
        return (places + window.size + [inputs + filters, 4 * filters]).saturatedProduct()
    }
}
