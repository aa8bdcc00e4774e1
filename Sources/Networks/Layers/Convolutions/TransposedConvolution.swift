import Tensors

/// A transposed convolution ("deconvolution") over one, two or three spatial axes: the gradient of a convolution.
///
/// Each input element adds its filters, scaled, to the output; strides spread the input elements. (Dumoulin & Visin
/// 2016, section 4.)
public struct TransposedConvolution: Layer, SoftmaxEnding {
    /// Channels of the input.
    public let inputs: Int
    /// Channels of the output.
    public let filters: Int
    /// The window of the kernel; its strides spread the input. Its padding is `valid` or `same`.
    public let window: SlidingWindow
    /// Elements added at the end of each spatial axis, less than its stride; nil for those that make the output
    /// input·stride long (`same`) or let each filter stand as a whole (`valid`).
    public let outputPadding: [Int]?
    /// Where the channels stand.
    public let order: AxisOrder
    /// Whether a bias is added.
    public let hasBias: Bool
    /// What follows.
    public let activation: ActivationFunction

    /// Describes a transposed convolution.
    public init(
        inputs: Int,
        filters: Int,
        window: SlidingWindow,
        outputPadding: [Int]? = nil,
        order: AxisOrder = .channelsLast,
        hasBias: Bool = true,
        activation: ActivationFunction = .linear
    ) {
        self.inputs = inputs
        self.filters = filters
        self.window = window
        self.outputPadding = outputPadding
        self.order = order
        self.hasBias = hasBias
        self.activation = activation
    }

    /// kernel (in, out, …) and bias (out).
    public var parameters: [ParameterSpec] {
        let fans = ParameterSpec.Initializer.glorotUniform(
            fanIn: ([inputs] + window.size).saturatedProduct(),
            fanOut: ([filters] + window.size).saturatedProduct()
        )
        let kernel = ParameterSpec("kernel", [inputs, filters] + window.size, fans)
        return hasBias ? [kernel, ParameterSpec("bias", [filters], .zeros)] : [kernel]
    }

    /// The spread input's length with `filters` channels.
    public func outputShape(_ shapes: [[Int]]) throws(NetworkError) -> [Int] {
        guard let shape = shapes.first, order.channels(shape) == inputs, shape.count == window.axes + 1,
            window.padding != .causal
        else {
            throw .shape("TransposedConvolution", "takes \(inputs) channels, gets the shape \(shapes)")
        }
        let spread = spread(order.spatial(shape))
        let isFitting = zip(spread, window.strides).allSatisfy { $0.length > 0 && $0.added < $1 }
        guard isFitting, outputPadding.map({ $0.count == window.axes }) ?? true else {
            throw .shape(
                "TransposedConvolution",
                "cannot add \(outputPadding ?? []) elements to steps of \(window.strides)"
            )
        }
        return order.shape(spatial: spread.map(\.length), channels: filters)
    }

    /// One per element of the input and of its filters.
    public func multiplyAdds(_ shapes: [[Int]]) -> Int {
        ((shapes.first ?? []) + [filters] + window.size).saturatedProduct()
    }

    /// activation(xᵀ ⋆ w + b).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let x = inputs[0]
        let spread = spread(order.spatial(Array(x.shape.dropFirst())))
        let shape = parameters[0].shape
        let kernel = window.axes == 1 ? try parameters[0].reshaped([shape[0], shape[1], 1, shape[2]]) : parameters[0]
        var y = try order.engineView(x).transposedConvolution(
            weight: kernel,
            bias: hasBias ? parameters[1] : nil,
            strides: AxisOrder.engineList(window.strides, filler: 1),
            padding: AxisOrder.engineList(spread.map(\.removed), filler: 0),
            outputPadding: AxisOrder.engineList(spread.map(\.added), filler: 0),
            dilation: AxisOrder.engineList(window.dilation, filler: 1)
        )
        let lengths = AxisOrder.engineList(spread.map(\.length), filler: 1)
        for (axis, length) in lengths.enumerated() where y.shape[axis + 2] > length {
            y = try y.slice(axis: axis + 2, 0..<length)
        }
        return try activation(order.restored(y, count: window.axes))
    }

    /// The same layer answering logits.
    public func withoutSoftmax() -> (any Layer)? {
        guard case .softmax = activation else { return nil }
        return TransposedConvolution(
            inputs: inputs,
            filters: filters,
            window: window,
            outputPadding: outputPadding,
            order: order,
            hasBias: hasBias
        )
    }

    /// One spatial axis of the output: its length, the elements taken off both ends (what is then too long at the end
    /// is cut), and those added at the end.
    private struct Axis {
        let length: Int
        let removed: Int
        let added: Int
    }

    /// The output's spatial axes for records of the given spatial sizes.
    ///
    /// All filters together reach over (length − 1)·stride + extent elements. `same` takes off what a convolution
    /// back to the input would pad: half of it, rounded down, before the first element.
    private func spread(_ spatial: [Int]) -> [Axis] {
        zip(spatial, window.extents).enumerated().map { axis, sizes in
            let (input, extent) = sizes
            let stride = window.strides[axis]
            let whole = (input - 1) * stride + extent
            let given = outputPadding.flatMap { $0.indices.contains(axis) ? $0[axis] : nil }
            let length =
                switch window.padding {
                case .same: given.map { (input - 1) * stride + extent % 2 + $0 } ?? input * stride
                default: given.map { whole + $0 } ?? input * stride + max(extent - stride, 0)
                }
            let surplus = whole - length
            return Axis(length: length, removed: max(surplus, 0) / 2, added: max(-surplus, 0))
        }
    }
}
