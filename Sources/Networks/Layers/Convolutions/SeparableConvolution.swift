import Tensors

/// A depthwise convolution followed by a 1×1 convolution that mixes the channels: activation(p · (d ⋆ x) + b).
public struct SeparableConvolution: Layer {
    /// Channels of the input.
    public let inputs: Int
    /// Channels of the output.
    public let filters: Int
    /// Filters of each channel in the depthwise step.
    public let multiplier: Int
    /// The window of the depthwise step.
    public let window: SlidingWindow
    /// Where the channels stand.
    public let order: AxisOrder
    /// Whether a bias is added.
    public let hasBias: Bool
    /// What follows.
    public let activation: ActivationFunction

    /// Describes a separable convolution.
    public init(
        inputs: Int,
        filters: Int,
        multiplier: Int = 1,
        window: SlidingWindow,
        order: AxisOrder = .channelsLast,
        hasBias: Bool = true,
        activation: ActivationFunction = .linear
    ) {
        self.inputs = inputs
        self.filters = filters
        self.multiplier = multiplier
        self.window = window
        self.order = order
        self.hasBias = hasBias
        self.activation = activation
    }

    /// depthwise (in·multiplier, 1, …), pointwise (out, in·multiplier, 1 …) and bias (out).
    public var parameters: [ParameterSpec] {
        let middle = inputs * multiplier
        let depthwise = ParameterSpec(
            "depthwise_kernel",
            [middle, 1] + window.size,
            .glorotUniform(
                fanIn: ([inputs] + window.size).saturatedProduct(),
                fanOut: ([multiplier] + window.size).saturatedProduct()
            )
        )
        let pointwise = ParameterSpec(
            "pointwise_kernel",
            [filters, middle] + window.size.map { _ in 1 },
            .glorotUniform(fanIn: middle, fanOut: filters)
        )
        return [depthwise, pointwise] + (hasBias ? [ParameterSpec("bias", [filters], .zeros)] : [])
    }

    /// The window's positions with `filters` channels.
    public func outputShape(_ shapes: [[Int]]) throws(NetworkError) -> [Int] {
        guard let shape = shapes.first, order.channels(shape) == inputs else {
            throw .shape("SeparableConvolution", "takes \(inputs) channels, gets the shape \(shapes)")
        }
        let lengths = try window.outputLengths(order.spatial(shape), layer: "SeparableConvolution")
        return order.shape(spatial: lengths, channels: filters)
    }

    /// One per element of the middle and of a depthwise filter, and one per element of the middle and filter.
    public func multiplyAdds(_ shapes: [[Int]]) -> Int {
        guard let shape = shapes.first, let output = try? outputShape(shapes) else { return 0 }
        let middle = order.spatial(output) + [order.channels(shape), multiplier]
        let (sum, isOver) = (middle + window.size).saturatedProduct()
            .addingReportingOverflow((middle + [filters]).saturatedProduct())
        return isOver ? .max : sum
    }

    /// activation(p · (d ⋆ x) + b).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let deep = try window.convolved(
            inputs[0],
            kernel: parameters[0],
            bias: nil,
            groups: self.inputs,
            order: order
        )
        let point = SlidingWindow(window.size.map { _ in 1 })
        let bias = hasBias ? parameters[2] : nil
        return try activation(point.convolved(deep, kernel: parameters[1], bias: bias, groups: 1, order: order))
    }
}
