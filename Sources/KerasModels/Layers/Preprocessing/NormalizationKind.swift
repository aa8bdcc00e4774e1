import Networks

/// Numbers normalised with known statistics.
enum NormalizationKind: KerasLayerKind {
    static let classNames = ["Normalization"]
    static let summary = "(x − µ) / σ with statistics from the file."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Normalization {
        // Keras 2 writes "no axis" as null, Keras 3 as an empty list.
        let isWhole = [.null, .array([])].contains(config.entry.options["axis"])
        let axes = isWhole ? [] : try config.axes("axis", [-1])
        let hasNumbers = config.value("mean") != nil && config.value("variance") != nil
        let fixed = Normalization.Statistics.fixed(
            mean: try config.doubles("mean", [0]),
            variance: try config.doubles("variance", [1])
        )
        return Normalization(
            axes: axes,
            sizes: axes.map { config.shape[$0 - 1] },
            statistics: hasNumbers ? fixed : .parameters,
            isInverse: try config.bool("invert", false)
        )
    }

    static func stored(_ layer: Normalization) -> [StoredParameter] {
        guard case .parameters = layer.statistics else { return [] }
        return [
            StoredParameter("mean", layer.sizes), StoredParameter("variance", layer.sizes),
            StoredParameter("count", []),
        ]
    }

    static func written(_ layer: Normalization, className: String) -> WrittenLayer? {
        var options: [String: JSONValue] = [
            "axis": .integers(layer.axes), "invert": .bool(layer.isInverse),
            "mean": .null, "variance": .null,
        ]
        if case .fixed(let mean, let variance) = layer.statistics {
            options["mean"] = .numbers(mean)
            options["variance"] = .numbers(variance)
        }
        return WrittenLayer("Normalization", options)
    }
}
