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
        /// Which of the flat model's `calls` it is part of.
        let call: Int
    }

    /// One application of a model: of the outermost, or of one inside it.
    struct Call: Sendable {
        /// The names that lead to the model, as in `Leaf.name`; empty for the outermost model.
        let name: String
        /// The call it is made in; nil for the outermost model.
        let outer: Int?
        /// The steps whose tensors enter; nil for one that was left out.
        let tensors: [Int?]
        /// The argument that gives their masks; nil where the file has none.
        let mask: CallArgument<Int>?
    }

    /// All layers.
    let leaves: [Leaf]
    /// All applications.
    let steps: [Step]
    /// All applications of models, each after the one it is made in.
    let calls: [Call]
    /// The steps where tensors enter, in the model's order.
    let inputs: [Int]
    /// The model's outputs: the outer layer that the configuration names, and the step.
    let outputs: [(name: String, step: Int)]
}
