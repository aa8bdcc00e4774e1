import Networks

/// The operations with which Keras 3 makes masks that hold everywhere or nowhere.
enum FilledKind: KerasLayerKind {
    static let classNames = ["ZerosLike", "OnesLike", "ops.ZerosLike", "ops.OnesLike"]
    static let summary = "0, or 1, in the shape of the input."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Filled {
        Filled(value: config.entry.className.hasSuffix("OnesLike") ? 1 : 0)
    }

    static func written(_ layer: Filled, className: String) -> WrittenLayer? { nil }
}
