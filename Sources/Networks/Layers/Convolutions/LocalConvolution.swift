import Tensors

/// A convolution whose filters differ from place to place (Keras's `LocallyConnected1D` and `2D`).
public struct LocalConvolution: Layer, SoftmaxEnding {
    /// Channels of the input.
    public let inputs: Int
    /// Channels of the output.
    public let filters: Int
    /// The window; it stays inside the record.
    public let window: SlidingWindow
    /// The spatial sizes of the output.
    public let places: [Int]
    /// Where the channels stand.
    public let order: AxisOrder
    /// Whether a bias is added, at each place its own.
    public let hasBias: Bool
    /// What follows.
    public let activation: ActivationFunction

    /// Describes a local convolution.
    public init(
        inputs: Int,
        filters: Int,
        window: SlidingWindow,
        places: [Int],
        order: AxisOrder = .channelsLast,
        hasBias: Bool = true,
        activation: ActivationFunction = .linear
    ) {
        self.inputs = inputs
        self.filters = filters
        self.window = window
        self.places = places
        self.order = order
        self.hasBias = hasBias
        self.activation = activation
    }

    /// kernel (places, window·in, out) and bias (…, out).
    ///
    /// The kernel's middle axis runs over the window as it lies in the record: the channels last or first.
    public var parameters: [ParameterSpec] {
        let shape = [places.saturatedProduct(), (window.size + [inputs]).saturatedProduct(), filters]
        let kernel = ParameterSpec("kernel", shape, .glorotUniform(fanIn: shape[1], fanOut: filters))
        return hasBias ? [kernel, ParameterSpec("bias", places + [filters], .zeros)] : [kernel]
    }

    /// The window's positions with `filters` channels.
    public func outputShape(_ shapes: [[Int]]) throws(NetworkError) -> [Int] {
        guard let shape = shapes.first, order.channels(shape) == inputs, window.padding == .valid,
            try window.outputLengths(order.spatial(shape), layer: "LocalConvolution") == places
        else {
            throw .shape("LocalConvolution", "answers \(places) places of \(inputs) channels, gets the shape \(shapes)")
        }
        return order.shape(spatial: places, channels: filters)
    }

    /// One per element of the kernel.
    public func multiplyAdds(_ shapes: [[Int]]) -> Int {
        (places + window.size + [inputs, filters]).saturatedProduct()
    }

    /// activation(Σ window · w_place + b_place).
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        let count = window.axes
        var windows = inputs[0]
        for (index, axis) in order.spatialAxes(count: count).enumerated() {
            windows = try windows.windows(axis: axis, size: window.size[index], step: window.strides[index])
        }
        // (N, places…, C, window…) or (N, C, places…, window…) to (places, N, values of a window).
        let placeAxes = order.spatialAxes(count: count)
        let channel = order == .channelsLast ? count + 1 : 1
        let elements = Array((count + 2)..<(2 * count + 2))
        let values = order == .channelsLast ? elements + [channel] : [channel] + elements
        let records = inputs[0].shape[0]
        let matrix = try windows.permuted(placeAxes + [0] + values)
            .reshaped([places.saturatedProduct(), records, -1])
        var y = try matrix.matrixProduct(parameters[0]).reshaped(places + [records, filters])
        if hasBias { y = try y.adding(parameters[1].reshaped(places + [1, filters])) }
        let spatial = Array(0..<count)
        let last = order == .channelsLast ? spatial + [count + 1] : [count + 1] + spatial
        return try activation(y.permuted([count] + last))
    }

    /// The same layer answering logits.
    public func withoutSoftmax() -> (any Layer)? {
        guard case .softmax = activation else { return nil }
        return LocalConvolution(
            inputs: inputs,
            filters: filters,
            window: window,
            places: places,
            order: order,
            hasBias: hasBias
        )
    }
}
