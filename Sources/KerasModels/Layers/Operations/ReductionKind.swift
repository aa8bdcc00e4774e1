import Networks

/// Means, sums and extremes over axes, called without a layer.
enum ReductionKind: KerasLayerKind {
    static let classNames = ["ops.Mean", "ops.Sum", "ops.Max", "ops.Min"]
    static let summary = "The mean, the sum, the largest or the smallest value over some axes."

    private static let kinds: [String: Reduction.Kind] = [
        "ops.Mean": .mean, "ops.Sum": .sum, "ops.Max": .max, "ops.Min": .min,
    ]

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Reduction {
        guard config.value("axis") != nil, let kind = kinds[config.entry.className] else {
            throw config.unsupported("axis", "null", remedy: "Name the axes, and leave out that of the records.")
        }
        return Reduction(
            kind,
            axes: try config.axes("axis", []),
            rank: config.shape.count + 1,
            keepsAxes: try config.bool("keepdims", false)
        )
    }

    /// The mean or the largest value over all axes but the first or the last is a global pooling; of others Keras has
    /// no layer.
    static func written(_ layer: Reduction, className: String) -> WrittenLayer? {
        let names: [Reduction.Kind: String] = [.mean: "Average", .max: "Max"]
        let spatial = layer.rank - 2
        guard let name = names[layer.kind], (1...3).contains(spatial) else { return nil }
        let orders: [AxisOrder] = [.channelsLast, .channelsFirst]
        guard let order = orders.first(where: { $0.spatialAxes(count: spatial) == layer.axes }) else { return nil }
        return WrittenLayer(
            "Global\(name)Pooling\(spatial)D",
            ["data_format": .string(order.rawValue), "keepdims": .bool(layer.keepsAxes)]
        )
    }
}
