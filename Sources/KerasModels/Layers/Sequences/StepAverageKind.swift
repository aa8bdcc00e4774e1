import Networks

/// The mean over steps, which leaves masked ones out.
enum StepAverageKind: KerasLayerKind {
    static let classNames = ["GlobalAveragePooling1D", "GlobalAvgPool1D"]
    static let summary = "The mean of each channel over all steps that are not masked."
    static let takesMasks = true

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> StepAverage {
        let order = try config.order()
        _ = try config.channels(order, axes: 1)
        return StepAverage(order: order, keepsAxes: try config.bool("keepdims", false))
    }

    static func written(_ layer: StepAverage, className: String) -> WrittenLayer? {
        WrittenLayer(
            "GlobalAveragePooling1D",
            ["data_format": .string(layer.order.rawValue), "keepdims": .bool(layer.keepsAxes)]
        )
    }
}
