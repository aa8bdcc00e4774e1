import Networks

/// The operations with which Keras 3 makes one mask of several in its files.
enum LogicKind: KerasLayerKind {
    static let classNames = ["LogicalOr", "LogicalAnd", "ops.LogicalOr", "ops.LogicalAnd"]
    static let summary = "1 where one mask, or both, are 1; 0 elsewhere."
    static let tensorCounts = 2...2

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Merge {
        Merge(config.entry.className.hasSuffix("Or") ? .maximum : .minimum)
    }

    static func written(_ layer: Merge, className: String) -> WrittenLayer? { nil }
}
