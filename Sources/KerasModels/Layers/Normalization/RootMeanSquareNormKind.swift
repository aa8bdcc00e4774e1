import Networks

/// Root-mean-square normalisations.
enum RootMeanSquareNormKind: KerasLayerKind {
    static let classNames = ["RMSNormalization"]
    static let summary = "γ·x / √(mean(x²) + ε) over some axes."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> RootMeanSquareNorm {
        let axes = try config.axes("axis", [-1])
        return RootMeanSquareNorm(
            axes: axes,
            sizes: axes.map { config.shape[$0 - 1] },
            epsilon: try config.double("epsilon", 1e-6)
        )
    }

    static func stored(_ layer: RootMeanSquareNorm) -> [StoredParameter] { [StoredParameter("scale", layer.sizes)] }

    static func written(_ layer: RootMeanSquareNorm, className: String) -> WrittenLayer? {
        let axis = layer.axes.count == 1 ? JSONValue.integer(layer.axes[0]) : .integers(layer.axes)
        return WrittenLayer("RMSNormalization", ["axis": axis, "epsilon": .number(layer.epsilon)])
    }
}
