import Networks

/// Group normalisations.
enum GroupNormKind: KerasLayerKind {
    static let classNames = ["GroupNormalization"]
    static let summary = "Normalisation of each record over groups of features: γ·(x − µ) / √(σ² + ε) + β."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> GroupNorm {
        let axes = try config.axes("axis", [-1])
        guard axes.count == 1 else { throw config.malformed("axis", "one axis") }
        let features = config.shape[axes[0] - 1]
        // −1 is one group per feature.
        let isEach = config.value("groups")?.integer == -1
        return GroupNorm(
            features: features,
            groups: isEach ? features : try config.count("groups", 32),
            axis: axes[0],
            epsilon: try config.double("epsilon", 0.001),
            hasGamma: try config.bool("scale", true),
            hasBeta: try config.bool("center", true)
        )
    }

    static func stored(_ layer: GroupNorm) -> [StoredParameter] {
        let names = (layer.hasGamma ? ["gamma"] : []) + (layer.hasBeta ? ["beta"] : [])
        return names.map { StoredParameter($0, [layer.features]) }
    }

    static func written(_ layer: GroupNorm, className: String) -> WrittenLayer? {
        WrittenLayer(
            "GroupNormalization",
            [
                "axis": .integer(layer.axis), "groups": .integer(layer.groups), "epsilon": .number(layer.epsilon),
                "center": .bool(layer.hasBeta), "scale": .bool(layer.hasGamma),
            ]
        )
    }
}
