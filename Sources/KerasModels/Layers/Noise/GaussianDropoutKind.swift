import Networks

/// Noise multiplied in training.
enum GaussianDropoutKind: KerasLayerKind {
    static let classNames = ["GaussianDropout"]
    static let summary = "Multiplies with normal noise in training; the identity at inference."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> GaussianDropout {
        GaussianDropout(rate: try config.double("rate", 0))
    }

    static func written(_ layer: GaussianDropout, className: String) -> WrittenLayer? {
        WrittenLayer("GaussianDropout", ["rate": .number(layer.rate)])
    }
}
