import Networks

/// Numbers scaled and shifted.
enum RescalingKind: KerasLayerKind {
    static let classNames = ["Rescaling"]
    static let summary = "scale·x + offset."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Rescaling {
        Rescaling(scale: try config.doubles("scale", [1]), offset: try config.doubles("offset", [0]))
    }

    static func written(_ layer: Rescaling, className: String) -> WrittenLayer? {
        WrittenLayer("Rescaling", ["scale": .numbers(layer.scale), "offset": .numbers(layer.offset)])
    }
}

extension JSONValue {
    /// One number as such, several as an array.
    static func numbers(_ values: [Double]) -> JSONValue {
        values.count == 1 ? .number(values[0]) : .array(values.map { .number($0) })
    }
}
