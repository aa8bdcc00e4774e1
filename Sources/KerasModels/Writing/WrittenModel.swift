/// A model as it will stand in the file: names and options settled, layers in Keras's order.
struct WrittenModel: Sendable {
    /// One layer, or a model used as one.
    struct Member: Sendable {
        /// The name, unique within the model.
        let name: String
        /// What each application is called with.
        let calls: [CallArguments<TensorReference>]
        /// What it is.
        let content: Content

        /// The model it is or wraps; nil for any other layer.
        var model: WrittenModel? {
            switch content {
            case .layer(let plan): plan.wrapped
            case .model(let model): model
            }
        }
    }

    /// What a member is.
    enum Content: Sendable {
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
            case .layer(let plan):
                plan.wrapped?.leaves(path + [member.name]) ?? [(path + [member.name], plan)]
            case .model(let model): model.leaves(path + [member.name])
            }
        }
    }

    /// How many layers there are at any depth, a wrapper and the model in it being one.
    var layerCount: Int {
        members.reduce(0) { count, member in
            if case .model(let model) = member.content { count + model.layerCount } else { count + 1 }
        }
    }
}
