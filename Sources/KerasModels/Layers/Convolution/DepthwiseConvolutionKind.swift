import Networks

/// Convolutions of each channel with filters of its own.
enum DepthwiseConvolutionKind: KerasLayerKind {
    static let classNames = ["DepthwiseConv2D"]
    static let summary = "Convolution of each channel with filters of its own."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Convolution {
        let order = try config.order()
        let channels = try config.channels(order, axes: 2)
        return Convolution(
            inputs: channels,
            filters: channels * (try config.count("depth_multiplier", 1)),
            window: try config.kernelWindow(axes: 2),
            groups: channels,
            order: order,
            hasBias: try config.bool("use_bias", true),
            activation: try config.activation()
        )
    }

    /// Keras keeps the kernel as (kh, kw, in, multiplier), the engine as (in·multiplier, 1, kh, kw).
    static func stored(_ layer: Convolution) -> [StoredParameter] {
        let multiplier = layer.filters / max(1, layer.inputs)
        let kernel = StoredParameter(
            "depthwise_kernel",
            layer.window.size + [layer.inputs, multiplier],
            engineOrder: [2, 3, 0, 1],
            engineShape: [layer.filters, 1] + layer.window.size,
            isKernel: true
        )
        return [kernel] + (layer.hasBias ? [StoredParameter("bias", [layer.filters])] : [])
    }

    static func written(_ layer: Convolution, className: String) -> WrittenLayer? {
        guard className == "DepthwiseConv2D", layer.groups == layer.inputs, layer.window.axes == 2,
            let activation = KerasActivation.name(of: layer.activation)
        else { return nil }
        let options: [String: JSONValue] = [
            "depth_multiplier": .integer(layer.filters / max(1, layer.inputs)), "use_bias": .bool(layer.hasBias),
            "activation": .string(activation),
        ]
        return WrittenLayer(className, options.merging(.kernel(layer.window, layer.order)) { first, _ in first })
    }
}
