import Diagnostics

/// Reads the configuration of a Functional model (`Model` before Keras 2.4).
enum FunctionalConfig {
    static func read(_ config: JSONValue, _ context: ConfigContext) throws(KerasModelError) -> ModelConfig {
        guard let list = config["layers"]?.array else {
            throw .malformed("the model has no list of layers", at: context.location)
        }
        guard list.count <= ModelConfig.mostLayers else {
            throw .tooLarge("the model has \(list.count) layers", at: context.location)
        }
        let names = Set(list.compactMap { LayerEntryReader.name(of: $0) })
        var layers: [LayerEntry] = []
        for value in list { layers.append(try LayerEntryReader.entry(value, names: names, context)) }
        return ModelConfig(
            isSequential: false,
            name: config["name"]?.string ?? "model",
            layers: layers,
            inputs: try ends(config["input_layers"], context.location),
            outputs: try ends(config["output_layers"], context.location)
        )
    }

    /// Inputs or outputs: `[["name", 0, 0], …]`, one `["name", 0, 0]` or, by name, `{"x": […], …}`.
    private static func ends(_ value: JSONValue?, _ location: Location) throws(KerasModelError) -> [TensorReference] {
        guard let value else { return [] }
        if let parts = value.array {
            if parts.first?.string != nil { return [try InboundNodes.reference(value, at: location)] }
            var result: [TensorReference] = []
            for part in parts { result += try ends(part, location) }
            return result
        }
        var result: [TensorReference] = []
        for key in (value.object ?? [:]).keys.sorted() { result += try ends(value[key], location) }
        return result
    }
}
