import Diagnostics

/// A model configuration in one form, whatever Keras wrote: layers, their applications, inputs and outputs.
struct ModelConfig: Sendable, Hashable {
    /// Whether each layer takes the one before.
    let isSequential: Bool
    /// The model's name.
    let name: String
    /// All layers.
    let layers: [LayerEntry]
    /// The tensors that enter.
    let inputs: [TensorReference]
    /// The tensors that are answered.
    let outputs: [TensorReference]

    /// Models with more layers are refused.
    static let mostLayers = 20_000

    /// Reads a configuration as `to_json` and `model_config` hold it.
    ///
    /// - Throws: `malformedConfig`, `tooLarge`, `customObject`.
    static func read(_ root: JSONValue, _ context: ConfigContext) throws(KerasModelError) -> ModelConfig {
        guard let className = root["class_name"]?.string else {
            throw .malformed("the model configuration names no class", at: context.location)
        }
        guard LayerEntryReader.models.contains(className) else {
            throw KerasModelError(
                .customObject,
                "the model is of the class '\(className)', whose code is not in the file",
                at: context.location,
                remedy: "Rebuild the model as a Functional or Sequential one with the same layers, and save that."
            )
        }
        return try read(className: className, root["config"] ?? .null, context)
    }

    /// Reads the options of a model, at any depth.
    static func read(
        className: String,
        _ config: JSONValue,
        _ context: ConfigContext
    ) throws(KerasModelError) -> ModelConfig {
        className == "Sequential"
            ? try SequentialConfig.read(config, context) : try FunctionalConfig.read(config, context)
    }

    /// Whether there is a layer at some depth that ends the masks of its inputs, as attentions do in Keras 3.
    var endsMasks: Bool {
        layers.contains { MaskRule.ending.contains($0.className) || $0.model?.endsMasks == true }
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
