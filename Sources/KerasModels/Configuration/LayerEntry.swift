/// One layer of a model configuration: its class, its name, its options and the places where it is applied.
struct LayerEntry: Sendable, Hashable {
    /// The Keras class.
    let className: String
    /// The name, unique within the model.
    let name: String
    /// The options.
    let options: [String: JSONValue]
    /// The entry as it stands in the file.
    let original: [String: JSONValue]
    /// For each application the tensors it takes.
    let applications: [[TensorReference]]
}

/// A tensor inside a model configuration: the output of one application of a layer.
struct TensorReference: Sendable, Hashable {
    /// The layer's name.
    let layer: String
    /// Which of its applications.
    let application: Int

    /// A tensor; layers with several outputs are not supported, so that there is no third number.
    init(_ layer: String, _ application: Int) {
        self.layer = layer
        self.application = application
    }
}
