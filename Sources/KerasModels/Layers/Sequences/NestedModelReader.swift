import Networks

/// Reads a model that stands inside a wrapper, as a layer.
enum NestedModelReader {
    /// The layer, for inputs of one shape.
    ///
    /// - Parameters:
    ///   - value: the model's entry in the wrapper's options.
    ///   - config: the wrapper.
    ///   - shape: shape of one record that the model gets.
    /// - Throws: what is wrong with the model, naming its layers.
    static func layer(
        _ value: JSONValue,
        _ config: LayerConfig,
        shape: [Int]
    ) throws(KerasModelError) -> (name: String, layer: NestedModel) {
        let (entry, architecture, origin) = try parts(
            value,
            ConfigContext(file: config.file, object: nil, kerasMajor: config.kerasMajor),
            shape: shape
        )
        let places = places(architecture, origin)
        let isFrozen = !entry.isTrainable
        // Keras lists what is trained, then what is not.
        let ordered = isFrozen ? places : places.filter(\.isTrained) + places.filter { !$0.isTrained }
        return (entry.name, NestedModel(architecture, places: ordered.map(\.place)))
    }

    /// The model's entry, what it computes, and where its layers stand in the entry.
    ///
    /// - Throws: what is wrong with the model, naming its layers.
    static func parts(
        _ value: JSONValue,
        _ context: ConfigContext,
        shape: [Int]
    ) throws(KerasModelError) -> (entry: LayerEntry, architecture: Architecture, origin: ModelOrigin) {
        let entry = try LayerEntryReader.entry(value, names: [], context)
        guard let model = entry.model else {
            throw .malformed("the layer inside is no model", at: .layer(entry.name, file: context.file))
        }
        let flat = try ModelFlattener.flatten(model, file: context.file)
        try LayerAdmission.check(flat.leaves, file: context.file)
        let (architecture, leaves) = try ArchitectureReader.read(
            ModelPath(flat, input: nil, output: nil, file: context.file),
            name: entry.name,
            kerasMajor: context.kerasMajor,
            inputShape: shape,
            file: context.file
        )
        return (entry, architecture, ModelOrigin(config: model, layers: leaves.map { $0.map { flat.leaves[$0] } }))
    }

    /// All parameters in the configuration's order, and which of them Keras counts among the trained ones.
    private static func places(
        _ architecture: Architecture,
        _ origin: ModelOrigin
    ) -> [(place: NestedModel.Place, isTrained: Bool)] {
        var result: [(place: NestedModel.Place, isTrained: Bool)] = []
        let known = origin.layers.enumerated().compactMap { index, leaf in leaf.map { (index: index, leaf: $0) } }
        for (index, leaf) in known.sorted(by: { $0.leaf.place.lexicographicallyPrecedes($1.leaf.place) }) {
            let (groups, isTrained) = groups(leaf.place, origin.config)
            for (number, spec) in architecture.layers[index].layer.parameters.enumerated() {
                let place = NestedModel.Place(layer: index, parameter: number, groups: groups)
                result.append((place, isTrained && spec.isTrainable))
            }
        }
        return result
    }

    /// The groups of a layer in files of Keras 3, and whether it and all models around it are trained.
    private static func groups(_ place: [Int], _ model: ModelConfig) -> (groups: [String], isTrained: Bool) {
        var groups: [String] = []
        var isTrained = true
        var model = model
        for index in place where model.layers.indices.contains(index) {
            groups += ["layers", ModelFolder.names(of: model)[index]]
            isTrained = isTrained && model.layers[index].isTrainable
            if let inner = model.layers[index].model { model = inner }
        }
        return (groups, isTrained)
    }
}
