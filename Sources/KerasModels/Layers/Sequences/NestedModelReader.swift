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
        let context = ConfigContext(file: config.file, object: nil, kerasMajor: config.kerasMajor)
        let entry = try LayerEntryReader.entry(value, names: [], context)
        guard let model = entry.model else { throw config.malformed("layer", "a model") }
        let flat = try ModelFlattener.flatten(model, file: config.file)
        try LayerAdmission.check(flat.leaves, file: config.file)
        let (architecture, leaves) = try ArchitectureReader.read(
            ModelPath(flat, input: nil, output: nil, file: config.file),
            name: entry.name,
            kerasMajor: config.kerasMajor,
            inputShape: shape,
            file: config.file
        )
        let places = places(architecture, leaves.map { $0.map { flat.leaves[$0] } }, model)
        let isFrozen = !entry.isTrainable
        // Keras lists what is trained, then what is not.
        let ordered = isFrozen ? places : places.filter(\.isTrained) + places.filter { !$0.isTrained }
        return (entry.name, NestedModel(architecture, places: ordered.map(\.place)))
    }

    /// All parameters in the configuration's order, and which of them Keras counts among the trained ones.
    private static func places(
        _ architecture: Architecture,
        _ leaves: [FlatModel.Leaf?],
        _ model: ModelConfig
    ) -> [(place: NestedModel.Place, isTrained: Bool)] {
        var result: [(place: NestedModel.Place, isTrained: Bool)] = []
        let known = leaves.indices.compactMap { index in leaves[index].map { (index: index, leaf: $0) } }
        for (index, leaf) in known.sorted(by: { $0.leaf.place.lexicographicallyPrecedes($1.leaf.place) }) {
            let (groups, isTrained) = groups(leaf.place, model)
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
