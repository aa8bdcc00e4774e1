import Networks

/// Values dropped in training.
enum DropoutKind: KerasLayerKind {
    static let classNames = ["Dropout"]
    static let summary = "Drops a share of values in training; the identity at inference."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Dropout {
        Dropout(rate: try config.double("rate", 0))
    }

    static func written(_ layer: Dropout, className: String) -> WrittenLayer? {
        WrittenLayer("Dropout", ["rate": .number(layer.rate)])
    }
}
