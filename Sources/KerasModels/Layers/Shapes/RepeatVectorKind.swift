import Networks

/// Vectors repeated.
enum RepeatVectorKind: KerasLayerKind {
    static let classNames = ["RepeatVector"]
    static let summary = "A vector repeated along a new axis."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> RepeatVector {
        RepeatVector(try config.count("n"))
    }

    static func written(_ layer: RepeatVector, className: String) -> WrittenLayer? {
        WrittenLayer("RepeatVector", ["n": .integer(layer.count)])
    }
}
