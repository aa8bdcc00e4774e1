import Networks

/// Depthwise convolutions followed by a mixing of the channels.
enum SeparableConvolutionKind: KerasLayerKind {
    static let classNames = ["SeparableConv1D", "SeparableConv2D", "SeparableConvolution1D", "SeparableConvolution2D"]
    static let summary = "Depthwise convolution followed by a 1×1 convolution that mixes the channels."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> SeparableConvolution {
        let axes = config.entry.className.contains("1D") ? 1 : 2
        let order = try config.order()
        return SeparableConvolution(
            inputs: try config.channels(order, axes: axes),
            filters: try config.count("filters"),
            multiplier: try config.count("depth_multiplier", 1),
            window: try config.kernelWindow(axes: axes),
            order: order,
            hasBias: try config.bool("use_bias", true),
            activation: try config.activation()
        )
    }

    /// Keras keeps (…, in, multiplier) and (1 …, in·multiplier, out), the engine (in·multiplier, 1, …) and
    /// (out, in·multiplier, 1 …).
    static func stored(_ layer: SeparableConvolution) -> [StoredParameter] {
        let axes = layer.window.axes
        let middle = layer.inputs * layer.multiplier
        let depthwise = StoredParameter(
            "depthwise_kernel",
            layer.window.size + [layer.inputs, layer.multiplier],
            engineOrder: [axes, axes + 1] + Array(0..<axes),
            engineShape: [middle, 1] + layer.window.size,
            isKernel: true
        )
        let pointwise = StoredParameter(
            "pointwise_kernel",
            Array(repeating: 1, count: axes) + [middle, layer.filters],
            engineOrder: [axes + 1, axes] + Array(0..<axes)
        )
        return [depthwise, pointwise] + (layer.hasBias ? [StoredParameter("bias", [layer.filters])] : [])
    }

    static func written(_ layer: SeparableConvolution, className: String) -> WrittenLayer? {
        guard let activation = KerasActivation.name(of: layer.activation) else { return nil }
        let options: [String: JSONValue] = [
            "filters": .integer(layer.filters), "depth_multiplier": .integer(layer.multiplier),
            "use_bias": .bool(layer.hasBias), "activation": .string(activation),
        ]
        return WrittenLayer(
            "SeparableConv\(layer.window.axes)D",
            options.merging(.kernel(layer.window, layer.order)) { first, _ in first }
        )
    }
}
