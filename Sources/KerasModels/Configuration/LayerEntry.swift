/// One layer of a model configuration: its class, its name, its options and the places where it is applied.
struct LayerEntry: Sendable, Hashable {
    /// The Keras class; an operation of Keras 3 (`keras.ops`) is called `ops.` and its name.
    let className: String
    /// The name, unique within the model that holds it.
    let name: String
    /// The options in the words of Keras 2 and 3.
    let options: [String: JSONValue]
    /// The entry as it stands in the file.
    let original: [String: JSONValue]
    /// What each application is called with.
    var applications: [CallArguments<TensorReference>] = []
    /// Whether it was an operation without a layer, which lets no masks pass.
    var isOperation = false
    /// The layers of a model that is used as a layer; nil for any other layer.
    var model: ModelConfig?

    /// Whether Keras counts its weights among the trained ones.
    var isTrainable: Bool { options["trainable"]?.bool ?? true }
}

/// A tensor inside a model configuration: an output of one application of a layer.
struct TensorReference: Sendable, Hashable {
    /// The layer's name.
    let layer: String
    /// Which of its applications.
    let application: Int
    /// Which of that application's outputs.
    let tensor: Int

    /// A tensor; most layers have one output.
    init(_ layer: String, _ application: Int, tensor: Int = 0) {
        self.layer = layer
        self.application = application
        self.tensor = tensor
    }
}
