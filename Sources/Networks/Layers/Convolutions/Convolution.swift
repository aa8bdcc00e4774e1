import Tensors

/// A convolution over one, two or three spatial axes: y_f = activation(Σ_c w_fc ⋆ x_c + b_f).
///
/// As in Keras, ⋆ is the cross-correlation. With `groups` = `inputs` each channel has filters of its own (depthwise).
public struct Convolution: Layer, SoftmaxEnding {
    /// Channels of the input.
    public let inputs: Int
    /// Channels of the output.
    public let filters: Int
    /// The window of the kernel.
    public let window: SlidingWindow
    /// Groups of channels that do not see each other.
    public let groups: Int
    /// Where the channels stand.
    public let order: AxisOrder
    /// Whether a bias is added.
    public let hasBias: Bool
    /// What follows.
    public let activation: ActivationFunction

    /// Describes a convolution.
    public init(
        inputs: Int,
        filters: Int,
        window: SlidingWindow,
        groups: Int = 1,
        order: AxisOrder = .channelsLast,
        hasBias: Bool = true,
        activation: ActivationFunction = .linear
    ) {
        self.inputs = inputs
        self.filters = filters
        self.window = window
        self.groups = groups
        self.order = order
        self.hasBias = hasBias
        self.activation = activation
    }

    /// kernel (out, in / groups, …) and bias (out).
    public var parameters: [ParameterSpec] {
        let shape = [filters, inputs / max(1, groups)] + window.size
        let fans = ParameterSpec.Initializer.glorotUniform(
            fanIn: shape.dropFirst().saturatedProduct(),
            fanOut: ([filters / max(1, groups)] + window.size).saturatedProduct()
        )
        let kernel = ParameterSpec("kernel", shape, fans)
        return hasBias ? [kernel, ParameterSpec("bias", [filters], .zeros)] : [kernel]
    }

    /// The window's positions with `filters` channels.
    public func outputShape(_ shapes: [[Int]]) throws(NetworkError) -> [Int] {
        guard let shape = shapes.first, order.channels(shape) == inputs, groups > 0, inputs % groups == 0,
            filters % groups == 0
        else {
            throw .shape("Convolution", "takes \(inputs) channels in \(groups) groups, gets the shape \(shapes)")
        }
        let lengths = try window.outputLengths(order.spatial(shape), layer: "Convolution")
        return order.shape(spatial: lengths, channels: filters)
    }

    /// One per element of the output and of a filter.
    public func multiplyAdds(_ shapes: [[Int]]) -> Int {
        guard let output = try? outputShape(shapes) else { return 0 }
        return (output + [inputs / groups] + window.size).saturatedProduct()
    }

    /// Products of two numbers of 8 digits are summed with all.
    public var takesBfloat16: Bool { true }

    /// Whether products in bfloat16 are quicker: processors take 16 channels at once.
    var gainsFromBfloat16: Bool { window.axes == 2 && min(inputs, filters) / max(1, groups) >= 16 }

    /// Whether what follows a product with all digits, as that of the few channels of images, is quicker on fewer: a sum of
    /// numbers of both kinds is slow, and has all digits again.
    private var handsOnBfloat16: Bool { window.axes == 2 && filters >= 16 && activation.takesBfloat16 }

    /// activation(x ⋆ w + b).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        guard pass.isMixed, gainsFromBfloat16 else {
            let y = try answer(inputs[0].widened(), parameters)
            return pass.isMixed && handsOnBfloat16 ? try y.converted(to: .bfloat16) : y
        }
        var narrow: [Tensor] = []
        for parameter in parameters { narrow.append(try parameter.converted(to: .bfloat16)) }
        return try answer(inputs[0].converted(to: .bfloat16), narrow)
    }

    private func answer(_ x: Tensor, _ parameters: [Tensor]) throws(TensorError) -> Tensor {
        let bias = hasBias ? parameters[1] : nil
        let y = try window.convolved(x, kernel: parameters[0], bias: bias, groups: groups, order: order)
        return try activation(activation.takesBfloat16 ? y : y.widened())
    }

    /// The same layer answering logits.
    public func withoutSoftmax() -> (any Layer)? {
        guard case .softmax = activation else { return nil }
        return Convolution(
            inputs: inputs,
            filters: filters,
            window: window,
            groups: groups,
            order: order,
            hasBias: hasBias
        )
    }
}

extension SlidingWindow {
    /// The cross-correlation of a batch in Keras's axis order with a kernel (out, in / groups, …).
    func convolved(
        _ x: Tensor,
        kernel: Tensor,
        bias: Tensor?,
        groups: Int,
        order: AxisOrder
    ) throws(TensorError) -> Tensor {
        let pads = pads(order.spatial(Array(x.shape.dropFirst())))
        // The engine pads both ends alike and for free; an odd border has to be made first.
        let isEven = pads.allSatisfy { $0.before == $0.after }
        let view = try order.engineView(isEven ? x : order.padded(x, pads))
        let shape = kernel.shape
        let kernel = axes == 1 ? try kernel.reshaped([shape[0], shape[1], 1, shape[2]]) : kernel
        let y = try view.convolution(
            weight: kernel,
            bias: bias,
            strides: AxisOrder.engineList(strides, filler: 1),
            padding: AxisOrder.engineList(pads.map { isEven ? $0.before : 0 }, filler: 0),
            dilation: AxisOrder.engineList(dilation, filler: 1),
            groups: groups
        )
        return try order.restored(y, count: axes)
    }
}
