import Networks

/// Spatial axes stretched.
enum UpSamplingKind: KerasLayerKind {
    static let classNames = ["UpSampling1D", "UpSampling2D", "UpSampling3D"]
    static let summary = "The spatial axes stretched by whole factors, repeating or interpolating."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> UpSampling {
        let name = config.entry.className
        let axes = name.hasSuffix("1D") ? 1 : name.hasSuffix("2D") ? 2 : 3
        let order = try config.order()
        _ = try config.channels(order, axes: axes)
        let interpolation = config.value("interpolation")?.string ?? "nearest"
        guard interpolation == "nearest" || interpolation == "bilinear" && axes == 2 else {
            throw config.unsupported("interpolation", interpolation, remedy: "Use 'nearest' or 'bilinear'.")
        }
        let factors = try config.counts("size", axes: axes, Array(repeating: 2, count: axes))
        return UpSampling(factors, isBilinear: interpolation == "bilinear", order: order)
    }

    static func written(_ layer: UpSampling, className: String) -> WrittenLayer? {
        let axes = layer.factors.count
        guard axes > 1 || layer.order == .channelsLast else { return nil }
        var options: [String: JSONValue] = ["size": axes == 1 ? .integer(layer.factors[0]) : .integers(layer.factors)]
        if axes > 1 { options["data_format"] = .string(layer.order.rawValue) }
        if axes == 2 { options["interpolation"] = .string(layer.isBilinear ? "bilinear" : "nearest") }
        return WrittenLayer("UpSampling\(axes)D", options)
    }
}
