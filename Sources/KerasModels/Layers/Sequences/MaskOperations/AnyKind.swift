import Networks

/// The operation with which Keras 3 makes a mask of steps out of one of values.
enum AnyKind: KerasLayerKind {
    static let classNames = ["Any", "ops.Any"]
    static let summary = "1 where some value along an axis is 1, 0 elsewhere."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> LargestAlongAxis {
        let axes = try config.axes("axis", [])
        guard axes.count == 1, try !config.bool("keepdims", false) else {
            throw config.unsupported("axis", "\(axes)", remedy: "Let Masking or Embedding layers make the masks.")
        }
        return LargestAlongAxis(axis: axes[0])
    }

    static func written(_ layer: LargestAlongAxis, className: String) -> WrittenLayer? { nil }
}
