import Networks

/// Records dropped in training.
enum StochasticDepthKind: KerasLayerKind {
    static let classNames = ["StochasticDepth"]
    static let summary = "Drops whole records in training; the identity at inference, as in Keras's ConvNeXt."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> StochasticDepth {
        StochasticDepth(rate: try config.double("drop_path_rate", 0))
    }

    static func written(_ layer: StochasticDepth, className: String) -> WrittenLayer? {
        WrittenLayer("StochasticDepth", ["drop_path_rate": .number(layer.rate)])
    }
}
