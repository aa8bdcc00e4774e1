/// Reads a model: a file, or weights with the architecture they belong to, and what of it is meant.
enum ModelReader {
    /// The model of `key`, with `input`, `output` and `channelsFirst` beside it.
    static func read(_ key: String, of mapping: ManifestMapping) -> ModelReference? {
        let input = mapping.text("input")
        let output = mapping.text("output")
        let isChannelsFirst = mapping.truth("channelsFirst") ?? false
        var model = files(key, of: mapping)
        model?.input = input
        model?.output = output
        model?.isChannelsFirst = isChannelsFirst
        return model
    }

    /// The files of the model of `key`.
    static func files(_ key: String, of mapping: ManifestMapping) -> ModelReference? {
        if mapping.isMapping(key), let parts = mapping.mapping(key) {
            for part in ["architecture", "weights"] where parts.node(part) == nil {
                parts.missing(part, remedy: "Write `\(key): {architecture: model.json, weights: model.weights.h5}`.")
            }
            let architecture = parts.existing(.file, "architecture")
            let model = parts.existing(.file, "weights").map { ModelReference($0, architecture: architecture) }
            parts.refuseUnknownKeys()
            return model
        }
        return mapping.existing(.file, key).map { ModelReference($0) }
    }
}
