import Diagnostics

/// Reads the configuration of a Sequential model: a list of layers (before Keras 2.2.4) or an object that holds one.
enum SequentialConfig {
    static func read(_ config: JSONValue, file: String) throws(KerasModelError) -> ModelConfig {
        let location = Location.hdf5(file: file, object: "/@model_config")
        guard let list = config.array ?? config["layers"]?.array, let first = list.first else {
            throw .malformed("the model has no list of layers", at: location)
        }
        guard list.count <= ModelConfig.mostLayers else {
            throw .tooLarge("the model has \(list.count) layers", at: location)
        }
        var layers: [LayerEntry] = []
        if first["class_name"]?.string != "InputLayer" {
            layers.append(input(shape(of: first, config), name: name(of: first)))
        }
        for value in list {
            let entry = try FunctionalConfig.entry(value, file: file)
            let before = layers.last.map { [[TensorReference($0.name, 0)]] } ?? []
            layers.append(
                LayerEntry(
                    className: entry.className,
                    name: entry.name,
                    options: entry.options,
                    original: entry.original,
                    applications: before
                )
            )
        }
        return ModelConfig(
            name: config["name"]?.string ?? "sequential",
            layers: layers,
            input: TensorReference(layers[0].name, 0),
            output: TensorReference(layers[layers.count - 1].name, 0)
        )
    }

    /// The input's shape with its batch axis, from the first layer or from the model's own build shape.
    private static func shape(of first: JSONValue, _ config: JSONValue) -> JSONValue {
        let options = first["config"]
        let stated = options?["batch_input_shape"] ?? options?["batch_shape"]
        return stated ?? config["build_input_shape"] ?? config["build_config"]?["input_shape"]
            ?? first["build_config"]?["input_shape"] ?? .null
    }

    private static func name(of first: JSONValue) -> String {
        (first["config"]?["name"]?.string ?? "layer") + "_input"
    }

    private static func input(_ shape: JSONValue, name: String) -> LayerEntry {
        let options: [String: JSONValue] = [
            "batch_input_shape": shape, "dtype": .string("float32"), "sparse": .bool(false), "ragged": .bool(false),
            "name": .string(name),
        ]
        let original: [String: JSONValue] = ["class_name": .string("InputLayer"), "config": .object(options)]
        return LayerEntry(
            className: "InputLayer",
            name: name,
            options: options,
            original: original,
            applications: []
        )
    }
}
