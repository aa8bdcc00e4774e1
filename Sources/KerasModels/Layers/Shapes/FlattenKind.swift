import Networks

/// All axes made one.
enum FlattenKind: KerasLayerKind {
    static let classNames = ["Flatten"]
    static let summary = "All axes of a record made one."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Flatten { Flatten(order: try config.order()) }

    static func written(_ layer: Flatten, className: String) -> WrittenLayer? {
        WrittenLayer("Flatten", ["data_format": .string(layer.order.rawValue)])
    }
}
