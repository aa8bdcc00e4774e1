import Networks

/// Residuals added with a factor.
enum ScaledResidualKind: KerasLayerKind {
    /// Keras 2 registered its own layer as users do.
    static let classNames = ["CustomScaleLayer", "Custom>CustomScaleLayer"]
    static let summary = "x₁ + scale·x₂, as in Keras's InceptionResNetV2."
    static let tensorCounts = 2...2

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> ScaledResidual {
        guard config.value("scale") != nil else { throw config.malformed("scale", "given") }
        return ScaledResidual(scale: try config.double("scale", 1))
    }

    static func written(_ layer: ScaledResidual, className: String) -> WrittenLayer? {
        WrittenLayer("CustomScaleLayer", ["scale": .number(layer.scale)])
    }
}
