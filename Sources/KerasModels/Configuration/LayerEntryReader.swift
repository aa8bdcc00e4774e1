import Diagnostics

/// Reads one layer of a configuration, whatever Keras wrote it.
enum LayerEntryReader {
    /// The classes that are models.
    static let models: Set<String> = ["Sequential", "Functional", "Model"]

    /// What stands before the class of an operation.
    static let operations = "ops."

    /// One layer with its applications and, when it is a model, its layers.
    ///
    /// - Parameters:
    ///   - names: the names of all layers of the model it stands in.
    ///   - place: which of them it is.
    /// - Throws: `malformedConfig` or `tooLarge`.
    static func entry(
        _ value: JSONValue,
        names: Set<String>,
        place: Int = 0,
        _ context: ConfigContext
    ) throws(KerasModelError) -> LayerEntry {
        guard let members = value.object, let stated = members["class_name"]?.string,
            let name = name(of: value) ?? (models.contains(stated) ? "\(stated.lowercased())_\(place + 1)" : nil)
        else { throw .malformed("a layer has no class or name", at: context.location) }
        let location = Location.layer(name, file: context.file)
        let nodes = InboundNodes(layers: names, location: location)
        let applications = try nodes.read(members["inbound_nodes"])
        if models.contains(stated) {
            let config = members["config"] ?? .null
            var entry = LayerEntry(
                className: stated,
                name: name,
                options: config.object ?? [:],
                original: members,
                applications: applications
            )
            entry.model = try ModelConfig.read(className: stated, config, context.inside())
            return entry
        }
        guard var options = members["config"]?.object else {
            throw .malformed("the layer has no options", at: location)
        }
        var className = className(stated, members)
        if context.kerasMajor < 2 {
            (className, options) = try KerasOneDialect.translate(className, options, at: location)
        }
        (className, options) = CuDNNDialect.translate(className, options)
        return OperationTranslator.translated(
            LayerEntry(
                className: className,
                name: name,
                options: options,
                original: members,
                applications: applications
            )
        )
    }

    /// The name of a layer; a Sequential model of Keras 1 and early Keras 2 as a layer has none of its own.
    static func name(of value: JSONValue) -> String? {
        value["name"]?.string ?? value["config"]?["name"]?.string
    }

    /// The class; operations of Keras 3 can have the names of layers, and are told from them by their module, or, in
    /// HDF5 files, which do not say it, by the options that every layer has.
    private static func className(_ stated: String, _ members: [String: JSONValue]) -> String {
        let operation = operations + stated
        if let module = members["module"]?.string {
            let roots = ["keras.src.ops", "keras.ops", "keras.src.activations"]
            return roots.contains { module.hasPrefix($0) } ? operation : stated
        }
        let options = members["config"]?.object ?? [:]
        let isCalled = members["inbound_nodes"]?.array?.first?["args"] != nil
        let isBare = options["dtype"] == nil && options["trainable"] == nil
        return isCalled && isBare && OperationNames.name(of: operation) != nil ? operation : stated
    }
}
