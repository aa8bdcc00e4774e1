import Networks

/// Convolutions whose filters differ from place to place.
enum LocalConvolutionKind: KerasLayerKind {
    static let classNames = ["LocallyConnected1D", "LocallyConnected2D"]
    static let summary = "Convolution whose filters differ from place to place (stored as implementation 1)."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> LocalConvolution {
        let axes = config.entry.className.contains("1D") ? 1 : 2
        let order = try config.order()
        let inputs = try config.channels(order, axes: axes)
        let implementation = try config.count("implementation", 1)
        guard implementation == 1 else {
            throw config.unsupported(
                "implementation",
                "\(implementation)",
                remedy: "Build the layer with implementation=1 in Keras and set the same filters there."
            )
        }
        let ones = Array(repeating: 1, count: axes)
        let window = SlidingWindow(
            try config.counts("kernel_size", axes: axes),
            strides: try config.counts("strides", axes: axes, ones)
        )
        guard config.value("padding").map({ $0 == .string("valid") }) ?? true else {
            throw config.malformed("padding", "'valid'")
        }
        let places: [Int]
        do { places = try window.outputLengths(order.spatial(config.shape), layer: config.entry.className) } catch {
            throw KerasModelError(.shapeMismatch, error.summary, at: config.location, remedy: error.remedy)
        }
        return LocalConvolution(
            inputs: inputs,
            filters: try config.count("filters"),
            window: window,
            places: places,
            order: order,
            hasBias: try config.bool("use_bias", true),
            activation: try config.activation()
        )
    }

    static func stored(_ layer: LocalConvolution) -> [StoredParameter] {
        layer.parameters.map { StoredParameter($0.name, $0.shape) }
    }

    static func written(_ layer: LocalConvolution, className: String) -> WrittenLayer? {
        guard let activation = KerasActivation.name(of: layer.activation) else { return nil }
        return WrittenLayer(
            "LocallyConnected\(layer.window.axes)D",
            [
                "filters": .integer(layer.filters), "kernel_size": .integers(layer.window.size),
                "strides": .integers(layer.window.strides), "padding": .string("valid"),
                "data_format": .string(layer.order.rawValue), "use_bias": .bool(layer.hasBias),
                "activation": .string(activation), "implementation": .integer(1),
            ]
        )
    }
}
