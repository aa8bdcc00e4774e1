import Networks

/// Dropout for self-normalising networks.
enum AlphaDropoutKind: KerasLayerKind {
    static let classNames = ["AlphaDropout"]
    static let summary = "Dropout that keeps mean and variance in training; the identity at inference."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> AlphaDropout {
        AlphaDropout(rate: try config.double("rate", 0))
    }

    static func written(_ layer: AlphaDropout, className: String) -> WrittenLayer? {
        WrittenLayer("AlphaDropout", ["rate": .number(layer.rate)])
    }
}
