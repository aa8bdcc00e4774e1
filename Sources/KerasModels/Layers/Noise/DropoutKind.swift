import Networks

/// Values dropped in training.
enum DropoutKind: KerasLayerKind {
    static let classNames = ["Dropout"]
    static let summary = "Drops a share of values in training; the identity at inference."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Dropout {
        Dropout(rate: try config.double("rate", 0), isShared: try isShared(config))
    }

    /// The axes of which `noise_shape` says 1; null, or the record's own size, is an axis with noise of its own.
    private static func isShared(_ config: LayerConfig) throws(KerasModelError) -> [Bool] {
        guard let noise = config.value("noise_shape") else { return [] }
        let sizes = noise.array?.map { $0 == .null ? 0 : $0.integer ?? -1 } ?? []
        let own = [0] + config.shape
        guard sizes.count == own.count, zip(sizes, own).allSatisfy({ [0, 1, $1].contains($0) }) else {
            throw config.malformed("noise_shape", "a shape of ones and of the input's sizes")
        }
        return sizes.map { $0 == 1 }
    }

    static func written(_ layer: Dropout, className: String) -> WrittenLayer? {
        let noise = layer.isShared.map { $0 ? JSONValue.integer(1) : .null }
        return WrittenLayer(
            "Dropout",
            ["rate": .number(layer.rate), "noise_shape": noise.isEmpty ? .null : .array(noise)]
        )
    }
}
