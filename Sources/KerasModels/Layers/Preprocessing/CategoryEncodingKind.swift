import Networks

/// Numbers of categories as vectors.
enum CategoryEncodingKind: KerasLayerKind {
    static let classNames = ["CategoryEncoding"]
    static let summary = "Whole numbers as vectors with a place for each: one-hot, multi-hot or counted."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> CategoryEncoding {
        let tokens = try config.count("num_tokens", config.value("max_tokens")?.integer)
        return CategoryEncoding(tokens: tokens, mode: try mode(config) ?? .multiHot)
    }

    /// The option `output_mode`; nil for `int` or none.
    static func mode(_ config: LayerConfig) throws(KerasModelError) -> CategoryEncoding.Mode? {
        guard try !config.bool("sparse", false) else {
            throw config.unsupported("sparse", "true", remedy: "Build the layer with sparse=False.")
        }
        switch config.value("output_mode")?.string {
        case nil, "int": return nil
        case "binary": return .multiHot
        default: return try config.choice("output_mode", .multiHot)
        }
    }

    static func written(_ layer: CategoryEncoding, className: String) -> WrittenLayer? {
        WrittenLayer(
            "CategoryEncoding",
            ["num_tokens": .integer(layer.tokens), "output_mode": .string(layer.mode.rawValue)]
        )
    }
}
