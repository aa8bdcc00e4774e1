import Networks

/// The largest of several dense layers.
enum MaxoutKind: KerasLayerKind {
    static let classNames = ["MaxoutDense"]
    static let summary = "The largest of several dense layers, element by element (Keras 1)."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Maxout {
        guard config.shape.count == 1 else { throw config.wrongRank("vectors") }
        return Maxout(
            inputs: config.shape[0],
            units: try config.count("output_dim", config.value("units")?.integer),
            pieces: try config.count("nb_feature", 4),
            hasBias: try config.bool("bias", config.bool("use_bias", true))
        )
    }

    static func stored(_ layer: Maxout) -> [StoredParameter] {
        [StoredParameter("W", [layer.pieces, layer.inputs, layer.units])]
            + (layer.hasBias ? [StoredParameter("b", [layer.pieces, layer.units])] : [])
    }

    /// Keras has the class up to version 1 only.
    static func written(_ layer: Maxout, className: String) -> WrittenLayer? {
        WrittenLayer(
            "MaxoutDense",
            [
                "output_dim": .integer(layer.units), "nb_feature": .integer(layer.pieces),
                "bias": .bool(layer.hasBias),
            ]
        )
    }
}
