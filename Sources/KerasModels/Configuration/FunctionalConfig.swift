import Diagnostics

/// Reads the configuration of a Functional model (`Model` before Keras 2.4).
enum FunctionalConfig {
    static func read(_ config: JSONValue, file: String) throws(KerasModelError) -> ModelConfig {
        let location = Location.hdf5(file: file, object: "/@model_config")
        guard let list = config["layers"]?.array else {
            throw .malformed("the model has no list of layers", at: location)
        }
        guard list.count <= ModelConfig.mostLayers else {
            throw .tooLarge("the model has \(list.count) layers", at: location)
        }
        var layers: [LayerEntry] = []
        for value in list { layers.append(try entry(value, file: file)) }
        return ModelConfig(
            name: config["name"]?.string ?? "model",
            layers: layers,
            input: try end(config["input_layers"], "inputs", location),
            output: try end(config["output_layers"], "outputs", location)
        )
    }

    /// One layer with its applications.
    static func entry(_ value: JSONValue, file: String) throws(KerasModelError) -> LayerEntry {
        guard let members = value.object, let className = members["class_name"]?.string,
            let options = members["config"]?.object, let name = members["name"]?.string ?? options["name"]?.string
        else { throw .malformed("a layer has no class or name", at: .hdf5(file: file, object: "/@model_config")) }
        let applications = try InboundNodes.read(members["inbound_nodes"], at: .layer(name, file: file))
        return LayerEntry(
            className: className,
            name: name,
            options: options,
            original: members,
            applications: applications
        )
    }

    /// The only input or output, written as `[["name", 0, 0]]`, `["name", 0, 0]` or, by name, `{"x": […]}`.
    private static func end(
        _ value: JSONValue?,
        _ what: String,
        _ location: Location
    ) throws(KerasModelError) -> TensorReference {
        var entries = value?.array ?? value?.object?.values.map(\.self) ?? []
        if entries.first?.string != nil, let value { entries = [value] }
        guard entries.count == 1 else {
            throw KerasModelError(
                .severalInputsOrOutputs,
                "the model has \(entries.count) \(what), where one is supported",
                at: location,
                remedy: "Save a model with the one input and the one class output that are to be audited: "
                    + "`keras.Model(model.inputs[0], model.outputs[0]).save(…)`."
            )
        }
        return try InboundNodes.reference(entries[0], at: location)
    }
}
