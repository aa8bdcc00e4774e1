import Networks

/// Channels scaled by trained factors.
enum ChannelScaleKind: KerasLayerKind {
    static let classNames = ["LayerScale"]
    static let summary = "γ·x with a trained factor per channel, as in Keras's ConvNeXt."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> ChannelScale {
        ChannelScale(
            features: try config.count("projection_dim"),
            initial: try config.double("init_values", 1e-6)
        )
    }

    static func stored(_ layer: ChannelScale) -> [StoredParameter] { [StoredParameter("gamma", [layer.features])] }

    static func written(_ layer: ChannelScale, className: String) -> WrittenLayer? {
        WrittenLayer(
            "LayerScale",
            ["projection_dim": .integer(layer.features), "init_values": .number(layer.initial)]
        )
    }
}
