import Networks

/// Poolings with a given number of windows.
enum AdaptivePoolingKind: KerasLayerKind {
    static let classNames = ["Average", "Max"].flatMap { kind in (1...3).map { "Adaptive\(kind)Pooling\($0)D" } }
    static let summary = "The largest value or the mean of each of a given number of windows."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> AdaptivePooling {
        let name = config.entry.className
        let axes = name.contains("1D") ? 1 : name.contains("2D") ? 2 : 3
        let order = try config.order()
        _ = try config.channels(order, axes: axes)
        let size = try config.counts("output_size", axes: axes)
        return AdaptivePooling(name.contains("Max") ? .max : .average, size: size, order: order)
    }

    static func written(_ layer: AdaptivePooling, className: String) -> WrittenLayer? {
        WrittenLayer(
            "Adaptive\(layer.kind == .max ? "Max" : "Average")Pooling\(layer.size.count)D",
            ["output_size": .integers(layer.size), "data_format": .string(layer.order.rawValue)]
        )
    }
}
