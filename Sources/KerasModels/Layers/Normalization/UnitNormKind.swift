import Networks

/// Records scaled to length 1.
enum UnitNormKind: KerasLayerKind {
    static let classNames = ["UnitNormalization"]
    static let summary = "Each record scaled to length 1 over some axes."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> UnitNorm {
        UnitNorm(axes: try config.axes("axis", [-1]))
    }

    static func written(_ layer: UnitNorm, className: String) -> WrittenLayer? {
        WrittenLayer(
            "UnitNormalization",
            ["axis": layer.axes.count == 1 ? .integer(layer.axes[0]) : .integers(layer.axes)]
        )
    }
}
