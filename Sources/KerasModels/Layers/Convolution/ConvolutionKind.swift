import Networks

/// Convolutions over one, two or three spatial axes.
enum ConvolutionKind: KerasLayerKind {
    static let classNames = ["Conv1D", "Conv2D", "Conv3D", "Convolution1D", "Convolution2D", "Convolution3D"]
    static let summary = "Convolution with padding, strides, dilation and groups: activation(w ⋆ x + b)."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Convolution {
        let axes = config.entry.className.contains("1D") ? 1 : config.entry.className.contains("2D") ? 2 : 3
        let order = try config.order()
        return Convolution(
            inputs: try config.channels(order, axes: axes),
            filters: try config.count("filters"),
            window: try config.kernelWindow(axes: axes),
            groups: try config.count("groups", 1),
            order: order,
            hasBias: try config.bool("use_bias", true),
            activation: try config.activation()
        )
    }

    /// Keras keeps kernels as (…, in / groups, out), the engine as (out, in / groups, …).
    static func stored(_ layer: Convolution) -> [StoredParameter] {
        let axes = layer.window.axes
        let kernel = StoredParameter(
            "kernel",
            layer.window.size + [layer.inputs / max(1, layer.groups), layer.filters],
            engineOrder: [axes + 1, axes] + Array(0..<axes),
            isKernel: true
        )
        return [kernel] + (layer.hasBias ? [StoredParameter("bias", [layer.filters])] : [])
    }

    static func written(_ layer: Convolution, className: String) -> WrittenLayer? {
        guard let activation = KerasActivation.name(of: layer.activation) else { return nil }
        let options: [String: JSONValue] = [
            "filters": .integer(layer.filters), "groups": .integer(layer.groups), "use_bias": .bool(layer.hasBias),
            "activation": .string(activation),
        ]
        return WrittenLayer(
            "Conv\(layer.window.axes)D",
            options.merging(.kernel(layer.window, layer.order)) { first, _ in first }
        )
    }
}
