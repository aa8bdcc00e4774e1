import Networks

/// Layer normalisations.
enum LayerNormKind: KerasLayerKind {
    static let classNames = ["LayerNormalization"]
    static let summary = "Normalisation of each record over some axes: γ·(x − µ) / √(σ² + ε) + β."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> LayerNorm {
        let isCentred = try !config.bool("rms_scaling", false)
        let axes = try config.axes("axis", [-1])
        return LayerNorm(
            axes: axes,
            sizes: axes.map { config.shape[$0 - 1] },
            epsilon: try config.double("epsilon", 0.001),
            hasGamma: try config.bool("scale", true) || !isCentred,
            hasBeta: try config.bool("center", true) && isCentred,
            isCentred: isCentred
        )
    }

    static func stored(_ layer: LayerNorm) -> [StoredParameter] {
        let names = (layer.hasGamma ? ["gamma"] : []) + (layer.hasBeta ? ["beta"] : [])
        return names.map { StoredParameter($0, layer.sizes) }
    }

    static func written(_ layer: LayerNorm, className: String) -> WrittenLayer? {
        var options: [String: JSONValue] = [
            "axis": layer.axes.count == 1 ? .integer(layer.axes[0]) : .integers(layer.axes),
            "epsilon": .number(layer.epsilon), "center": .bool(layer.hasBeta), "scale": .bool(layer.hasGamma),
        ]
        // Keras 2 does not know the option.
        if !layer.isCentred { options["rms_scaling"] = .bool(true) }
        return WrittenLayer("LayerNormalization", options)
    }
}
