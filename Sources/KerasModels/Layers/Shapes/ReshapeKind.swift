import Networks

/// The same values under another shape.
enum ReshapeKind: KerasLayerKind {
    static let classNames = ["Reshape"]
    static let summary = "The same values under another shape."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Reshape {
        let target = config.value("target_shape")?.array?.map { $0 == .null ? -1 : $0.integer } ?? []
        let sizes = target.compactMap { $0 }
        guard !sizes.isEmpty, sizes.count == target.count,
            sizes.allSatisfy({ $0 == -1 || (1...LayerConfig.largestNumber).contains($0) })
        else { throw config.malformed("target_shape", "a shape") }
        return Reshape(sizes)
    }

    static func written(_ layer: Reshape, className: String) -> WrittenLayer? {
        WrittenLayer("Reshape", ["target_shape": .integers(layer.target)])
    }
}
