import Networks

/// Axes in another order.
enum PermuteKind: KerasLayerKind {
    static let classNames = ["Permute"]
    static let summary = "A record's axes in another order."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Permute {
        guard let axes = config.value("dims")?.array?.compactMap(\.integer) else {
            throw config.malformed("dims", "an order of axes")
        }
        return Permute(axes)
    }

    static func written(_ layer: Permute, className: String) -> WrittenLayer? {
        WrittenLayer("Permute", ["dims": .integers(layer.axes)])
    }
}
