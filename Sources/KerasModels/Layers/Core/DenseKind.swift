import Networks

/// Fully connected layers.
enum DenseKind: KerasLayerKind {
    static let classNames = ["Dense"]
    static let summary = "Fully connected over the last axis: activation(x·W + b)."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Dense {
        Dense(
            inputs: config.shape.last ?? 0,
            units: try config.count("units"),
            hasBias: try config.bool("use_bias", true),
            activation: try config.activation()
        )
    }

    static func stored(_ layer: Dense) -> [StoredParameter] {
        [StoredParameter("kernel", [layer.inputs, layer.units])]
            + (layer.hasBias ? [StoredParameter("bias", [layer.units])] : [])
    }

    static func written(_ layer: Dense, className: String) -> WrittenLayer? {
        guard let activation = KerasActivation.name(of: layer.activation) else { return nil }
        return WrittenLayer(
            "Dense",
            ["units": .integer(layer.units), "use_bias": .bool(layer.hasBias), "activation": .string(activation)]
        )
    }
}
