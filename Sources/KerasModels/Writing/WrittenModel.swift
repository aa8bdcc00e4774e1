/// A model as it will stand in the file: names and options settled, layers in Keras's order.
struct WrittenModel {
    /// One layer, or a model used as one.
    struct Member {
        /// The name, unique within the model.
        let name: String
        /// What each application is called with.
        let calls: [CallArguments<TensorReference>]
        /// What it is.
        let content: Content
    }

    /// What a member is.
    enum Content {
        case layer(LayerPlan)
        case model(WrittenModel)
    }

    /// The model's name.
    let name: String
    /// Whether it is written as a `Sequential` rather than a `Functional` model.
    let isSequential: Bool
    /// All members.
    let members: [Member]
    /// The tensors that enter.
    let inputs: [TensorReference]
    /// The tensors that are answered.
    let outputs: [TensorReference]

    /// All layers at any depth, in the order in which Keras lists weights, with the names that lead to them.
    func leaves(_ path: [String] = []) -> [(path: [String], plan: LayerPlan)] {
        members.flatMap { member in
            switch member.content {
            case .layer(let plan): [(path + [member.name], plan)]
            case .model(let model): model.leaves(path + [member.name])
            }
        }
    }
}
