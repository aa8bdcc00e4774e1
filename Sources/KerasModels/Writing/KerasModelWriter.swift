import Diagnostics
import Foundation
import HDF5
import Networks
import Tensors

/// Writes whole models as Keras HDF5 files, which `keras.models.load_model` reads (Keras 2 and 3).
public enum KerasModelWriter {
    /// The Keras whose meaning the layers made here have (`hard_sigmoid` changed with version 3).
    private static let ownVersion = "3.0.0"

    /// Writes a model made here.
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
    /// - Parameters:
    ///   - model: layers read from a file keep their options.
    ///   - path: the file; it appears only when it is complete.
    ///   - node: the cut after which nothing is written; the whole model when nil.
    /// - Throws: `notWritable`, `weightsMismatch` or `writeFailed`.
    public static func write(
        _ model: KerasModel,
        to path: String,
        upTo node: Int? = nil
    ) throws(KerasModelError) {
        let model = node.map { model.shallowPart(upTo: $0) } ?? model
        guard model.weights.layers.count == model.architecture.layers.count else {
            throw KerasModelError(
                .weightsMismatch,
                "the weights have \(model.weights.layers.count) layers, not \(model.architecture.layers.count)",
                at: .file(path),
                remedy: "Give the weights that belong to this architecture."
            )
        }
        var plans: [LayerPlan] = []
        for (index, named) in model.architecture.layers.enumerated() {
            plans.append(
                try LayerPlan(named, origin: model.entry(index), values: model.weights.layers[index], file: path)
            )
        }
        let config = try json(ModelConfigWriter.config(model.architecture, plans), path)
        do {
            try HDF5File.write(path) { file in try fill(file, config, plans, version: model.kerasVersion) }
        } catch let error as HDF5Error {
            throw KerasModelError(error, code: .writeFailed)
        } catch let error as TensorError {
            throw KerasModelError(error, at: .file(path))
        } catch {
            throw KerasModelError(
                .writeFailed,
                "the model cannot be written",
                at: .file(path),
                cause: "\(error)",
                remedy: "Check that the folder can be written to and has room."
            )
        }
    }

    private static func json(_ config: JSONValue, _ path: String) throws(KerasModelError) -> String {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(config), as: UTF8.self)
        } catch {
            throw KerasModelError(
                .notWritable,
                "the configuration holds a number JSON cannot express",
                at: .file(path),
                cause: "\(error)",
                remedy: "Check the layers' options for infinite values."
            )
        }
    }

    private static func fill(_ file: HDF5File, _ config: String, _ plans: [LayerPlan], version: String?) throws {
        let version = version ?? ownVersion
        try file.root.setAttribute("model_config", string: config)
        let weights = try file.root.createGroup("model_weights")
        for group in [file.root, weights] {
            try group.setAttribute("keras_version", string: version)
            try group.setAttribute("backend", string: "tensorflow")
        }
        try setTexts(weights, "layer_names", plans.map(\.name))
        for plan in plans {
            let group = try weights.createGroup(plan.name)
            try setTexts(group, "weight_names", plan.weights.map { "\(plan.name)/\($0.parameter.name):0" })
            for (parameter, values) in plan.weights {
                try group.createDataset(
                    "\(plan.name)/\(parameter.name):0",
                    shape: parameter.shape,
                    floats: parameter.keras(values)
                )
            }
        }
    }

    /// A list of texts, cut as Keras does where one attribute would exceed the format's 64 KiB.
    private static func setTexts(_ object: HDF5Object, _ name: String, _ texts: [String]) throws {
        let width = max(1, texts.map(\.utf8.count).max() ?? 1)
        let perChunk = max(1, 64_000 / width)
        guard texts.count > perChunk else { return try object.setAttribute(name, strings: texts) }
        for (number, start) in stride(from: 0, to: texts.count, by: perChunk).enumerated() {
            let part = Array(texts[start..<min(texts.count, start + perChunk)])
            try object.setAttribute("\(name)\(number)", strings: part)
        }
    }
}
