import Networks

/// Poolings with a sliding window.
enum WindowPoolingKind: KerasLayerKind {
    static let classNames = [
        "MaxPooling1D", "MaxPooling2D", "MaxPooling3D", "AveragePooling1D", "AveragePooling2D", "AveragePooling3D",
        "MaxPool1D", "MaxPool2D", "MaxPool3D", "AvgPool1D", "AvgPool2D", "AvgPool3D",
    ]
    static let summary = "The largest value or the mean of each window; a border is not counted."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Pooling {
        let name = config.entry.className
        let axes = name.contains("1D") ? 1 : name.contains("2D") ? 2 : 3
        let order = try config.order()
        _ = try config.channels(order, axes: axes)
        return Pooling(name.hasPrefix("Max") ? .max : .average, window: try config.poolWindow(axes: axes), order: order)
    }

    static func written(_ layer: Pooling, className: String) -> WrittenLayer? {
        WrittenLayer(
            "\(layer.kind == .max ? "Max" : "Average")Pooling\(layer.window.axes)D",
            [
                "pool_size": .integers(layer.window.size), "strides": .integers(layer.window.strides),
                "padding": .string(layer.window.padding.rawValue), "data_format": .string(layer.order.rawValue),
            ]
        )
    }
}
