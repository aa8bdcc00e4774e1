import Networks

/// Transposed convolutions.
enum TransposedConvolutionKind: KerasLayerKind {
    static let classNames = [
        "Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose", "Convolution1DTranspose", "Convolution2DTranspose",
        "Convolution3DTranspose", "Deconvolution2D", "Deconvolution3D",
    ]
    static let summary = "Transposed convolution: each element adds its filters to the output, spread by the strides."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> TransposedConvolution {
        let name = config.entry.className
        let axes = name.contains("1D") ? 1 : name.contains("2D") ? 2 : 3
        let order = try config.order()
        let window = try config.kernelWindow(axes: axes)
        guard window.padding != .causal else { throw config.malformed("padding", "'valid' or 'same'") }
        return TransposedConvolution(
            inputs: try config.channels(order, axes: axes),
            filters: try config.count("filters"),
            window: window,
            outputPadding: try config.wholeNumbers("output_padding", axes: axes),
            order: order,
            hasBias: try config.bool("use_bias", true),
            activation: try config.activation()
        )
    }

    /// Keras keeps the kernel as (…, out, in), the engine as (in, out, …).
    static func stored(_ layer: TransposedConvolution) -> [StoredParameter] {
        let axes = layer.window.axes
        let kernel = StoredParameter(
            "kernel",
            layer.window.size + [layer.filters, layer.inputs],
            engineOrder: [axes + 1, axes] + Array(0..<axes),
            isKernel: true
        )
        return [kernel] + (layer.hasBias ? [StoredParameter("bias", [layer.filters])] : [])
    }

    static func written(_ layer: TransposedConvolution, className: String) -> WrittenLayer? {
        guard let activation = KerasActivation.name(of: layer.activation) else { return nil }
        let options: [String: JSONValue] = [
            "filters": .integer(layer.filters), "use_bias": .bool(layer.hasBias), "activation": .string(activation),
            "output_padding": layer.outputPadding.map(JSONValue.integers) ?? .null,
        ]
        return WrittenLayer(
            "Conv\(layer.window.axes)DTranspose",
            options.merging(.kernel(layer.window, layer.order)) { first, _ in first }
        )
    }
}

extension LayerConfig {
    /// Whole numbers from 0 to `largestNumber`, one per axis; a single one holds for all; nil where there are none.
    fileprivate func wholeNumbers(_ key: String, axes: Int) throws(KerasModelError) -> [Int]? {
        guard let value = value(key) else { return nil }
        let numbers =
            value.integer.map { Array(repeating: $0, count: axes) } ?? value.array?.compactMap(\.integer) ?? []
        guard numbers.count == axes, numbers.allSatisfy({ (0...Self.largestNumber).contains($0) }) else {
            throw malformed(key, "\(axes) whole numbers")
        }
        return numbers
    }
}
