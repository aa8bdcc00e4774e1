import Networks

/// Convolutions of each channel with filters of its own.
enum DepthwiseConvolutionKind: KerasLayerKind {
    static let classNames = ["DepthwiseConv1D", "DepthwiseConv2D"]
    static let summary = "Convolution of each channel with filters of its own."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Convolution {
        let axes = config.entry.className.contains("1D") ? 1 : 2
        let order = try config.order()
        let channels = try config.channels(order, axes: axes)
        return Convolution(
            inputs: channels,
            filters: channels * (try config.count("depth_multiplier", 1)),
            window: try config.kernelWindow(axes: axes),
            groups: channels,
            order: order,
            hasBias: try config.bool("use_bias", true),
            activation: try config.activation()
        )
    }

    /// Keras keeps the kernel as (…, in, multiplier), the engine as (in·multiplier, 1, …).
    static func stored(_ layer: Convolution) -> [StoredParameter] {
        let axes = layer.window.axes
        let multiplier = layer.filters / max(1, layer.inputs)
        let kernel = StoredParameter(
            "depthwise_kernel",
            layer.window.size + [layer.inputs, multiplier],
            engineOrder: [axes, axes + 1] + Array(0..<axes),
            engineShape: [layer.filters, 1] + layer.window.size,
            isKernel: true
        )
        return [kernel] + (layer.hasBias ? [StoredParameter("bias", [layer.filters])] : [])
    }

    static func written(_ layer: Convolution, className: String) -> WrittenLayer? {
        guard className.hasPrefix("DepthwiseConv"), layer.groups == layer.inputs, layer.window.axes < 3,
            let activation = KerasActivation.name(of: layer.activation)
        else { return nil }
        let options: [String: JSONValue] = [
            "depth_multiplier": .integer(layer.filters / max(1, layer.inputs)), "use_bias": .bool(layer.hasBias),
            "activation": .string(activation),
        ]
        return WrittenLayer(
            "DepthwiseConv\(layer.window.axes)D",
            options.merging(.kernel(layer.window, layer.order)) { first, _ in first }
        )
    }
}
