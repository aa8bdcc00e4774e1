import Networks

/// Products of two tensors.
enum BatchDotKind: KerasLayerKind {
    static let classNames = ["Dot"]
    static let summary = "The sum of products of two tensors along one axis of each, or their cosine."
    static let tensorCounts = 2...2

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> BatchDot {
        let value = config.value("axes")
        let axes = value?.integer.map { [$0, $0] } ?? value?.array?.compactMap(\.integer) ?? []
        guard axes.count == 2, config.inputs.count == 2 else { throw config.malformed("axes", "one or two axes") }
        let ranks = config.inputs.map { $0.count + 1 }
        return BatchDot(
            axes: zip(axes, ranks).map { axis, rank in axis < 0 && axis >= -rank ? axis + rank : axis },
            isNormalized: try config.bool("normalize", false)
        )
    }

    static func written(_ layer: BatchDot, className: String) -> WrittenLayer? {
        WrittenLayer("Dot", ["axes": .integers(layer.axes), "normalize": .bool(layer.isNormalized)])
    }
}
