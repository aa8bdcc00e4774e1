import Networks

/// Channels dropped in training.
enum SpatialDropoutKind: KerasLayerKind {
    static let classNames = ["SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D"]
    static let summary = "Drops whole channels in training; the identity at inference."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> SpatialDropout {
        SpatialDropout(rate: try config.double("rate", 0.5), order: try config.order())
    }

    static func written(_ layer: SpatialDropout, className: String) -> WrittenLayer? {
        if className == "SpatialDropout1D" { return WrittenLayer(className, ["rate": .number(layer.rate)]) }
        let order = JSONValue.string(layer.order.rawValue)
        let name = className == "SpatialDropout3D" ? className : "SpatialDropout2D"
        return WrittenLayer(name, ["rate": .number(layer.rate), "data_format": order])
    }
}
