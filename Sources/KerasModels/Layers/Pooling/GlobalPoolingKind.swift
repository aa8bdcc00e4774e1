import Networks

/// Poolings over all spatial axes.
enum GlobalPoolingKind: KerasLayerKind {
    static let classNames =
        ["Average2D", "Average3D", "Max1D", "Max2D", "Max3D"].map { "Global\($0.dropLast(2))Pooling\($0.suffix(2))" }
        + ["Avg2D", "Avg3D", "Max1D", "Max2D", "Max3D"].map { "Global\($0.dropLast(2))Pool\($0.suffix(2))" }
    static let summary = "The largest value or the mean of each channel over all spatial axes."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> GlobalPooling {
        let name = config.entry.className
        let order = try config.order()
        _ = try config.channels(order, axes: name.contains("1D") ? 1 : name.contains("2D") ? 2 : 3)
        let keepsAxes = try config.bool("keepdims", false)
        return GlobalPooling(name.contains("Max") ? .max : .average, order: order, keepsAxes: keepsAxes)
    }

    /// The layer does not say how many spatial axes it pools; its class does.
    static func written(_ layer: GlobalPooling, className: String) -> WrittenLayer? {
        let axes = className.hasSuffix("1D") ? 1 : className.hasSuffix("3D") ? 3 : 2
        return WrittenLayer(
            "Global\(layer.kind == .max ? "Max" : "Average")Pooling\(axes)D",
            ["data_format": .string(layer.order.rawValue), "keepdims": .bool(layer.keepsAxes)]
        )
    }
}
