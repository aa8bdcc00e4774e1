import Networks

/// Borders cut off.
enum CroppingKind: KerasLayerKind {
    static let classNames = ["Cropping1D", "Cropping2D", "Cropping3D"]
    static let summary = "The spatial axes without some elements at their ends."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Cropping {
        let name = config.entry.className
        let axes = name.hasSuffix("1D") ? 1 : name.hasSuffix("2D") ? 2 : 3
        let order = try config.order()
        _ = try config.channels(order, axes: axes)
        return Cropping(try config.pads("cropping", axes: axes), order: order)
    }

    /// One spatial axis of Keras's cropping has its channels last.
    static func written(_ layer: Cropping, className: String) -> WrittenLayer? {
        guard layer.crops.count > 1 || layer.order == .channelsLast else { return nil }
        var options: [String: JSONValue] = .pads("cropping", layer.crops)
        if layer.crops.count > 1 { options["data_format"] = .string(layer.order.rawValue) }
        return WrittenLayer("Cropping\(layer.crops.count)D", options)
    }
}
