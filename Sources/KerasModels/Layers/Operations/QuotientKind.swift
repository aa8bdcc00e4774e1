import Networks

/// Tensors divided by each other.
enum QuotientKind: KerasLayerKind {
    static let classNames = ["ops.Divide"]
    static let summary = "One tensor divided by another, element by element."
    static let tensorCounts = 2...2

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Quotient { Quotient() }

    /// No layer of Keras computes it.
    static func written(_ layer: Quotient, className: String) -> WrittenLayer? { nil }
}
