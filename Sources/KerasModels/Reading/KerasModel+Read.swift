import Diagnostics
import HDF5
import Networks
import Tensors

extension KerasModel {
    /// Reads a whole model from a Keras HDF5 file (`.h5`, `.hdf5`).
    ///
    /// Functional and Sequential models of Keras 2 and 3. Nothing in the file is run.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - input: the layer where records enter, where the model has several inputs.
    ///   - output: the layer whose tensor is answered, where the model has several outputs.
    /// - Throws: `KerasModelError` naming the file, object or layer.
    public static func read(
        _ path: String,
        input: String? = nil,
        output: String? = nil
    ) throws(KerasModelError) -> KerasModel {
        let file: HDF5File
        let facts: (config: String?, version: String?, backend: String?)
        do {
            file = try HDF5File.open(path)
            facts = try (
                file.root.stringAttribute("model_config"), stated("keras_version", file), stated("backend", file)
            )
        } catch {
            throw KerasModelError(error)
        }
        guard let json = facts.config else {
            throw KerasModelError(
                .noArchitecture,
                "the file holds no model configuration, only weights or other data",
                at: .file(path),
                remedy: "Save the whole model from Keras: `model.save(\"model.h5\")`, not `model.save_weights(…)`."
            )
        }
        let major = facts.version.flatMap { Int($0.prefix { $0 != "." }) } ?? 2
        guard major >= 2 else {
            throw KerasModelError(
                .unsupportedVersion,
                "the file was written by Keras \(facts.version ?? "1"), whose configurations differ",
                at: .file(path),
                remedy: "Load the model in Keras 2 (up to 2.2) and save it again."
            )
        }
        let context = ConfigContext(file: path, object: "/@model_config", kerasMajor: major)
        let config = try ModelConfig.read(json: json, context)
        let flat = try ModelFlattener.flatten(config, file: path)
        if output == nil { try LayerAdmission.check(flat.leaves, file: path) }
        let way = try ModelPath(flat, input: input, output: output, file: path)
        let (architecture, leaves) = try ArchitectureReader.read(
            way,
            name: config.name,
            kerasMajor: major,
            file: path
        )
        return KerasModel(
            architecture,
            weights: try weights(architecture, file, isMirrored: facts.backend == "theano"),
            kerasVersion: facts.version,
            backend: facts.backend,
            path: path,
            entries: leaves.map { $0.map { flat.leaves[$0].entry } }
        )
    }

    /// A fact Keras writes at the root, at the weights, or at both.
    static func stated(_ name: String, _ file: HDF5File) throws(HDF5Error) -> String? {
        if let value = try file.root.stringAttribute(name) { return value }
        guard file.root.isGroup("model_weights") else { return nil }
        return try file.root.group("model_weights").stringAttribute(name)
    }

    private static func weights(
        _ architecture: Architecture,
        _ file: HDF5File,
        isMirrored: Bool
    ) throws(KerasModelError) -> Weights {
        let stored = try StoredWeights(file)
        var all: [[TensorValues]] = []
        for named in architecture.layers {
            let parameters = KerasLayerCatalog.kind(of: named.kind)?.storedParameters(named.layer) ?? []
            all.append(try stored.values(named.name, parameters, isMirrored: isMirrored))
        }
        return Weights(all)
    }
}
