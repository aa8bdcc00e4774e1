import Diagnostics
import Foundation
import HDF5
import Networks
import Tensors

/// Writes models as files that real Keras reads: whole ones, weights, architectures.
public enum KerasModelWriter {
    /// Writes a model made here as a whole.
    ///
    /// - Parameters:
    ///   - architecture: layers whose `kind` is a Keras class keep it.
    ///   - weights: in the architecture's order.
    ///   - path: the file; it appears only when it is complete.
    /// - Throws: `notWritable`, `weightsMismatch` or `writeFailed`.
    public static func write(
        _ architecture: Architecture,
        weights: Weights,
        to path: String
    ) throws(KerasModelError) {
        try write(KerasModel(architecture, weights: weights), to: path)
    }

    /// Writes a model, or its transferred layers alone.
    ///
    /// A whole model keeps the models inside it; a part is written flat, with `_` for the `/` in its layers' names.
    ///
    /// - Parameters:
    ///   - model: what to write.
    ///   - path: the file; it appears only when it is complete.
    ///   - node: the cut after which nothing is written; the whole model when nil.
    ///   - format: what kind of file; `h5` is read by Keras 2 and 3.
    ///   - generation: which Keras is to compute the same, where no form does in both.
    /// - Returns: the files that were written: with weights also the architecture's, when it is not the one of the file
    ///   that was read.
    /// - Throws: `notWritable` or `weightsMismatch` naming the layer, or `writeFailed`.
    @discardableResult
    public static func write(
        _ model: KerasModel,
        to path: String,
        upTo node: Int? = nil,
        as format: ExportFormat = .h5,
        for generation: KerasGeneration = .three
    ) throws(KerasModelError) -> [String] {
        let model = node.map { model.shallowPart(upTo: $0) } ?? model
        guard model.weights.layers.count == model.architecture.layers.count else {
            throw KerasModelError(
                .weightsMismatch,
                "the weights have \(model.weights.layers.count) layers, not \(model.architecture.layers.count)",
                at: .file(path),
                remedy: "Give the weights that belong to this architecture."
            )
        }
        let nested = node == nil ? try NestedOutline.make(model) : nil
        let settler = ModelSettler(model: model, generation: generation, keepsChains: format != .h5, file: path)
        let (written, givesMasks) = try settler.settled(nested)
        let hasBareEnds = generation == .three && format != .h5
        let root = try ModelConfigWriter(generation: generation, hasBareEnds: hasBareEnds).root(written)
        let config = try json(root, path)
        let isOwn = !givesMasks && nested != nil && written.layerCount == nested?.leafCount
        var files = [path]
        do {
            switch format {
            case .h5: try HDF5File.write(path) { try fill($0, config, written, generation) }
            case .json: try Data(config.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            case .weights:
                let beside = isOwn ? nil : ExportFormat.architecturePath(besides: path)
                try Draft.write(config, to: beside) {
                    try HDF5File.write(path) { file in
                        try NumberedWeightsWriter.write(written, to: file.root, name: written.name)
                    }
                }
                files += [beside].compactMap(\.self)
            }
        } catch let error as KerasModelError {
            throw error
        } catch let error as HDF5Error {
            throw KerasModelError(error, code: .writeFailed)
        } catch let error as TensorError {
            throw KerasModelError(error, at: .file(path))
        } catch {
            throw KerasModelError(
                .writeFailed,
                "the model cannot be written",
                at: .file(path),
                cause: (error as? CocoaError)?.localizedDescription ?? "\(error)",
                remedy: "Check that the folder can be written to and has room."
            )
        }
        return files
    }

    private static func json(_ config: JSONValue, _ path: String) throws(KerasModelError) -> String {
        if let text = JSONText.of(config) { return text }
        throw KerasModelError(
            .notWritable,
            "the configuration holds a number JSON cannot express",
            at: .file(path),
            remedy: "Check the layers' options for infinite values."
        )
    }

    private static func fill(
        _ file: HDF5File,
        _ config: String,
        _ model: WrittenModel,
        _ generation: KerasGeneration
    ) throws {
        try file.root.setAttribute("model_config", string: config)
        let weights = try file.root.createGroup("model_weights")
        for group in [file.root, weights] {
            try group.setAttribute("keras_version", string: generation.version)
            try group.setAttribute("backend", string: "tensorflow")
        }
        try NamedWeightsWriter.write(model, to: weights)
    }
}
