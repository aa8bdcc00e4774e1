import Diagnostics
import HDF5
import Networks
import Tensors

extension KerasModel {
    /// Reads a model from any file that Keras 1, 2 or 3 writes: `.h5`, `.keras`, or weights with an architecture.
    ///
    /// Functional and Sequential models, models inside models included, which are laid flat: the layers of a model that is
    /// used as a layer are called by both names, as in `base/conv1`. Nothing in the file is run.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - architecture: for a file of weights, the architecture they belong to: a JSON file (`model.to_json()`) or
    ///     another model file. It stands before the file's own.
    ///   - input: the layer where records enter, where the model has several inputs.
    ///   - output: the layer whose tensor is answered, where the model has several outputs.
    ///   - inputShape: the shape of one record; it fills the axes that the file leaves open.
    /// - Throws: `KerasModelError` naming the file, object or layer.
    public static func read(
        _ path: String,
        architecture: String? = nil,
        input: String? = nil,
        output: String? = nil,
        inputShape: [Int]? = nil
    ) throws(KerasModelError) -> KerasModel {
        let file = try ModelFile.open(path)
        let source = try architecture.map { (path) throws(KerasModelError) in try ModelFile.open(path) } ?? file
        guard let root = source.config else { throw noArchitecture(file, architecture) }
        guard let hdf5 = file.weights else { throw noWeights(file) }
        let version = source.kerasVersion ?? file.kerasVersion
        let context = ConfigContext(
            file: source.path,
            object: source.configObject,
            kerasMajor: KerasVersion.major(version) ?? KerasVersion.major(of: root)
        )
        let config = try ModelConfig.read(root, context)
        let flat = try ModelFlattener.flatten(config, file: path)
        if output == nil { try LayerAdmission.check(flat.leaves, file: path) }
        let way = try ModelPath(flat, input: input, output: output, file: path)
        let (result, places) = try ArchitectureReader.read(
            way,
            name: config.name,
            kerasMajor: context.kerasMajor,
            inputShape: inputShape,
            file: path
        )
        let origin = ModelOrigin(config: config, layers: places.map { $0.map { flat.leaves[$0] } })
        let stored = try StoredWeights(hdf5, kerasVersion: file.kerasVersion, backend: file.backend)
        return KerasModel(
            result,
            weights: try weights(result, origin, stored),
            format: file.format,
            kerasVersion: version,
            backend: file.backend ?? source.backend,
            path: path,
            origin: origin,
            training: source.optimizer.flatMap(TrainingConfiguration.init)
        )
    }

    /// Brings the stored weights into the architecture's order.
    private static func weights(
        _ architecture: Architecture,
        _ origin: ModelOrigin,
        _ stored: StoredWeights
    ) throws(KerasModelError) -> Weights {
        var wanted: [(layer: Int, weights: WantedWeights)] = []
        for (index, named) in architecture.layers.enumerated() {
            guard let leaf = origin.layers[index] else { continue }
            let parameters = KerasLayerCatalog.kind(of: named.kind)?.storedParameters(named.layer) ?? []
            guard !parameters.isEmpty else { continue }
            wanted.append((index, WantedWeights(leaf: leaf, parameters: parameters, named.layer)))
        }
        // Files list layers in the configuration's order, which applications need not follow.
        wanted.sort { $0.weights.leaf.place.lexicographicallyPrecedes($1.weights.leaf.place) }
        var all: [[TensorValues]] = Array(repeating: [], count: architecture.layers.count)
        let values = try stored.values(wanted.map(\.weights), origin.config)
        for (place, value) in zip(wanted, values) { all[place.layer] = value }
        return Weights(all)
    }

    private static func noArchitecture(_ file: ModelFile, _ architecture: String?) -> KerasModelError {
        if let architecture {
            return KerasModelError(
                .noArchitecture,
                "the file that is named as the architecture holds no model configuration",
                at: .file(architecture),
                remedy: "Name a file that `model.to_json()` or `model.save(…)` wrote."
            )
        }
        return KerasModelError(
            .noArchitecture,
            "the file holds no model configuration, only weights or other data",
            at: .file(file.path),
            remedy: "Name the architecture these weights belong to with `--architecture FILE`: the JSON of "
                + "`model.to_json()`, or another file of the same model."
        )
    }

    /// What to say of an architecture alone.
    static func noWeights(_ file: ModelFile) -> KerasModelError {
        KerasModelError(
            .noWeights,
            "the file holds a model's configuration without weights",
            at: .file(file.path),
            remedy: "Name the file with the weights as the model, and this one with `--architecture`."
        )
    }
}
