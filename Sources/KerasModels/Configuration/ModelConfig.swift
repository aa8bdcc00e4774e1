import Diagnostics
import Foundation

/// A model configuration in one form, whatever Keras wrote: layers, their applications, one input and one output.
struct ModelConfig: Sendable {
    /// The model's name.
    let name: String
    /// All layers.
    let layers: [LayerEntry]
    /// The tensor that enters.
    let input: TensorReference
    /// The tensor that is answered.
    let output: TensorReference

    /// Configurations above this size are refused; a network of a thousand layers takes about 1 MB.
    static let largestBytes = 64 << 20
    /// Models with more layers are refused.
    static let mostLayers = 20_000

    /// Reads the JSON of a `model_config` attribute.
    ///
    /// - Parameters:
    ///   - json: the attribute's text.
    ///   - file: the model file, for messages.
    /// - Throws: `malformedConfig`, `tooLarge`, `severalInputsOrOutputs`, `unknownInputShape`.
    init(json: String, file: String) throws(KerasModelError) {
        let location = Location.hdf5(file: file, object: "/@model_config")
        guard json.utf8.count <= Self.largestBytes else {
            throw .tooLarge("the model configuration is larger than \(Self.largestBytes >> 20) MiB", at: location)
        }
        let root: JSONValue
        do {
            root = try JSONDecoder().decode(JSONValue.self, from: Data(json.utf8))
        } catch {
            throw KerasModelError(
                .malformedConfig,
                "the model configuration is not readable JSON",
                at: location,
                cause: "\(error)",
                remedy: "Save the model again from Keras; the file's model_config may have been edited."
            )
        }
        let config = root["config"] ?? .null
        switch root["class_name"]?.string {
        case "Sequential": self = try SequentialConfig.read(config, file: file)
        case "Functional", "Model": self = try FunctionalConfig.read(config, file: file)
        case let other?:
            throw KerasModelError(
                .customObject,
                "the model is of the class '\(other)', whose code is not in the file",
                at: location,
                remedy: "Rebuild the model as a Functional or Sequential one with the same layers, and save that."
            )
        case nil: throw .malformed("the model configuration names no class", at: location)
        }
    }

    init(name: String, layers: [LayerEntry], input: TensorReference, output: TensorReference) {
        self.name = name
        self.layers = layers
        self.input = input
        self.output = output
    }
}

extension KerasModelError {
    /// Something larger than in any real model.
    static func tooLarge(_ problem: String, at location: Location) -> KerasModelError {
        KerasModelError(
            .tooLarge,
            problem,
            at: location,
            remedy: "Do not trust this file; ask its sender for the model as Keras saved it."
        )
    }
}
