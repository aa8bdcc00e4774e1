import Diagnostics

/// Reads the configuration of a Sequential model: a list of layers (before Keras 2.2.4) or an object that holds one.
enum SequentialConfig {
    static func read(_ config: JSONValue, _ context: ConfigContext) throws(KerasModelError) -> ModelConfig {
        guard let list = config.array ?? config["layers"]?.array, let first = list.first else {
            throw .malformed("the model has no list of layers", at: context.location)
        }
        guard list.count <= ModelConfig.mostLayers else {
            throw .tooLarge("the model has \(list.count) layers", at: context.location)
        }
        var layers: [LayerEntry] = []
        for (place, value) in list.enumerated() {
            var entry = try LayerEntryReader.entry(value, names: [], place: place, context)
            if layers.isEmpty, entry.className != "InputLayer" {
                layers.append(input(shape(of: first, entry, config), name: entry.name + "_input"))
            }
            entry.applications =
                layers.last.map { before in
                    [CallArguments(positional: [.tensor(TensorReference(before.name, 0))])]
                } ?? []
            layers.append(entry)
        }
        return ModelConfig(
            isSequential: true,
            name: config["name"]?.string ?? "sequential",
            layers: layers,
            inputs: [TensorReference(layers[0].name, 0)],
            outputs: [TensorReference(layers[layers.count - 1].name, 0)]
        )
    }

    /// The input's shape with its batch axis, from the first layer or from the model's own build shape.
    private static func shape(of first: JSONValue, _ entry: LayerEntry, _ config: JSONValue) -> JSONValue {
        let options = entry.options
        let stated = options["batch_input_shape"] ?? options["batch_shape"] ?? entry.model?.inputBatchShape
        return stated ?? config["build_input_shape"] ?? config["build_config"]?["input_shape"]
            ?? first["build_config"]?["input_shape"] ?? .null
    }

    private static func input(_ shape: JSONValue, name: String) -> LayerEntry {
        let options: [String: JSONValue] = [
            "batch_input_shape": shape, "dtype": .string("float32"), "sparse": .bool(false), "ragged": .bool(false),
            "name": .string(name),
        ]
        let original: [String: JSONValue] = ["class_name": .string("InputLayer"), "config": .object(options)]
        return LayerEntry(className: "InputLayer", name: name, options: options, original: original)
    }
}

extension ModelConfig {
    /// The shape its only input states, batch axis included; nil when it states none.
    fileprivate var inputBatchShape: JSONValue? {
        guard inputs.count == 1, let input = layers.first(where: { $0.name == inputs[0].layer }) else { return nil }
        return input.options["batch_input_shape"] ?? input.options["batch_shape"]
    }
}
