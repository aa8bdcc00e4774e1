import Networks

/// Noise added in training.
enum GaussianNoiseKind: KerasLayerKind {
    static let classNames = ["GaussianNoise"]
    static let summary = "Adds normal noise in training; the identity at inference."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> GaussianNoise {
        GaussianNoise(deviation: try config.double("stddev", config.double("sigma", 0)))
    }

    static func written(_ layer: GaussianNoise, className: String) -> WrittenLayer? {
        WrittenLayer("GaussianNoise", ["stddev": .number(layer.deviation)])
    }
}
