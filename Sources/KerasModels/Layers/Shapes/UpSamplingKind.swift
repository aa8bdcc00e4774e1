import Networks

/// Spatial axes stretched.
enum UpSamplingKind: KerasLayerKind {
    static let classNames = ["UpSampling1D", "UpSampling2D"]
    static let summary = "The spatial axes stretched by whole factors, repeating or interpolating."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> UpSampling {
        let axes = config.entry.className.hasSuffix("1D") ? 1 : 2
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
        if layer.factors.count == 1 {
            guard layer.order == .channelsLast else { return nil }
            return WrittenLayer("UpSampling1D", ["size": .integer(layer.factors[0])])
        }
        return WrittenLayer(
            "UpSampling2D",
            [
                "size": .integers(layer.factors), "data_format": .string(layer.order.rawValue),
                "interpolation": .string(layer.isBilinear ? "bilinear" : "nearest"),
            ]
        )
    }
}
