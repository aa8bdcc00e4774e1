import Networks

/// Batch normalisations.
enum BatchNormKind: KerasLayerKind {
    static let classNames = [
        "BatchNormalization", "BatchNormalizationV1", "BatchNormalizationV2", "SyncBatchNormalization",
    ]
    static let summary = "Batch normalisation along one axis: γ·(x − µ) / √(σ² + ε) + β."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> BatchNorm {
        let axes = try config.axes("axis", [-1])
        guard axes.count == 1 else { throw config.malformed("axis", "one axis") }
        return BatchNorm(
            features: config.shape[axes[0] - 1],
            axis: axes[0],
            momentum: min(1, max(0, try config.double("momentum", 0.99))),
            epsilon: try config.double("epsilon", 0.001),
            hasGamma: try config.bool("scale", true),
            hasBeta: try config.bool("center", true)
        )
    }

    static func stored(_ layer: BatchNorm) -> [StoredParameter] {
        let names = (layer.hasGamma ? ["gamma"] : []) + (layer.hasBeta ? ["beta"] : [])
        return (names + ["moving_mean", "moving_variance"]).map { StoredParameter($0, [layer.features]) }
    }

    static func written(_ layer: BatchNorm, className: String) -> WrittenLayer? {
        WrittenLayer(
            "BatchNormalization",
            [
                "axis": .integer(layer.axis), "momentum": .number(layer.momentum), "epsilon": .number(layer.epsilon),
                "center": .bool(layer.hasBeta), "scale": .bool(layer.hasGamma),
            ]
        )
    }
}
