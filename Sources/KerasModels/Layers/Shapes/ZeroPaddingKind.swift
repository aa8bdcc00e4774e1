import Networks

/// Borders of zeros.
enum ZeroPaddingKind: KerasLayerKind {
    static let classNames = ["ZeroPadding1D", "ZeroPadding2D", "ZeroPadding3D"]
    static let summary = "A border of zeros around the spatial axes."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> ZeroPadding {
        let name = config.entry.className
        let axes = name.hasSuffix("1D") ? 1 : name.hasSuffix("2D") ? 2 : 3
        let order = try config.order()
        _ = try config.channels(order, axes: axes)
        return ZeroPadding(try config.pads("padding", axes: axes), order: order)
    }

    static func written(_ layer: ZeroPadding, className: String) -> WrittenLayer? {
        var options: [String: JSONValue] = .pads("padding", layer.pads)
        // Keras 2 knows no channels-first border of one axis.
        if layer.pads.count > 1 || layer.order == .channelsFirst {
            options["data_format"] = .string(layer.order.rawValue)
        }
        return WrittenLayer("ZeroPadding\(layer.pads.count)D", options)
    }
}
