import Networks

/// Numbers put into bins.
enum DiscretizationKind: KerasLayerKind {
    static let classNames = ["Discretization"]
    static let summary = "Numbers replaced by the bin they fall into, with the bins' boundaries in the configuration."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Discretization {
        guard config.value("bin_boundaries") != nil else {
            throw config.unsupported(
                "bin_boundaries",
                "null",
                remedy: "Build the layer with the boundaries that `adapt` found: `Discretization(bin_boundaries=…)`."
            )
        }
        return Discretization(
            boundaries: try config.doubles("bin_boundaries", []),
            mode: try CategoryEncodingKind.mode(config)
        )
    }

    static func written(_ layer: Discretization, className: String) -> WrittenLayer? {
        WrittenLayer(
            "Discretization",
            [
                "bin_boundaries": .array(layer.boundaries.map { .number($0) }),
                "output_mode": .string(layer.mode?.rawValue ?? "int"),
            ]
        )
    }
}
