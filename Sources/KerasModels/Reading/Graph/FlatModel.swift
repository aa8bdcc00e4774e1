/// A model with the models inside it laid flat: each layer once, and its applications in an order in which each follows
/// its inputs.
struct FlatModel: Sendable {
    /// One layer, wherever it stands.
    struct Leaf: Sendable {
        /// The names of the models it stands in, from the outside in, and its own.
        let path: [String]
        /// Its index among the layers of the outermost model, then among those of the model there, and so on.
        let place: [Int]
        /// Its configuration.
        let entry: LayerEntry

        /// The name by which it is known outside: the path.
        var name: String { path.joined(separator: "/") }
    }

    /// One application of a layer.
    struct Step: Sendable {
        /// Index into `leaves`.
        let leaf: Int
        /// What it is called with; each tensor is the step that makes it.
        let arguments: CallArguments<Int>
        /// All steps it depends on, by argument and by name.
        let inputs: [Int]
    }

    /// All layers.
    let leaves: [Leaf]
    /// All applications.
    let steps: [Step]
    /// The steps where tensors enter, in the model's order.
    let inputs: [Int]
    /// The model's outputs: the outer layer that the configuration names, and the step.
    let outputs: [(name: String, step: Int)]
}
