import Networks

/// Axes of length 1 taken out.
enum AxisRemovalKind: KerasLayerKind {
    static let classNames = ["ops.Squeeze"]
    static let summary = "The input without an axis of length 1."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Reshape {
        let axes = try config.axes("axis", [])
        guard axes.count == 1, config.shape.count > 1, config.shape[axes[0] - 1] == 1 else {
            throw config.malformed("axis", "one axis of length 1")
        }
        var shape = config.shape
        shape.remove(at: axes[0] - 1)
        return Reshape(shape)
    }

    static func written(_ layer: Reshape, className: String) -> WrittenLayer? { nil }
}
