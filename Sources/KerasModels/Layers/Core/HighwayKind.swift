import Networks

/// Dense layers beside which the input passes.
enum HighwayKind: KerasLayerKind {
    static let classNames = ["Highway"]
    static let summary = "A dense layer mixed with its input by a gate (Keras 1)."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Highway {
        guard config.shape.count == 1 else { throw config.wrongRank("vectors") }
        return Highway(
            features: config.shape[0],
            hasBias: try config.bool("bias", config.bool("use_bias", true)),
            activation: try config.activation()
        )
    }

    static func stored(_ layer: Highway) -> [StoredParameter] {
        let square = [layer.features, layer.features]
        let biases = ["b", "b_carry"].map { StoredParameter($0, [layer.features]) }
        return ["W", "W_carry"].map { StoredParameter($0, square) } + (layer.hasBias ? biases : [])
    }

    /// Keras has the class up to version 1 only.
    static func written(_ layer: Highway, className: String) -> WrittenLayer? {
        guard let activation = KerasActivation.name(of: layer.activation) else { return nil }
        return WrittenLayer("Highway", ["bias": .bool(layer.hasBias), "activation": .string(activation)])
    }
}
