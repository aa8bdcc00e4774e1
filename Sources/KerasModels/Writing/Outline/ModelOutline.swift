/// What is to be written: layers and models, where they are applied, and on what; names and options come later.
struct ModelOutline: Sendable {
    /// One layer, or a model used as one.
    struct Member: Sendable {
        /// The name, in which anything may stand.
        let name: String
        /// What each application is called with.
        var calls: [CallArguments<OutlineTensor>]
        /// What it is.
        let content: Content
    }

    /// What a member is.
    enum Content: Sendable {
        /// Where tensors enter.
        case input(shape: [Int?], dtype: String)
        /// A layer of the architecture; `isTrainable` is false also inside a frozen model.
        case layer(Int, isTrainable: Bool)
        /// A model with its own layers.
        case model(ModelOutline)
        /// A layer or operation that only the file has, without weights.
        case extra(LayerPlan)
        /// A layer that the architecture does not have.
        case missing
    }

    /// The model's name.
    let name: String
    /// Whether it is a chain that Keras calls `Sequential`.
    let isSequential: Bool
    /// All members.
    var members: [Member]
    /// The tensors that enter.
    var inputs: [OutlineTensor]
    /// The tensors that are answered.
    var outputs: [OutlineTensor]

    /// Whether the architecture has every layer, at any depth.
    var isComplete: Bool {
        members.allSatisfy { member in
            switch member.content {
            case .input, .layer, .extra: true
            case .model(let model): model.isComplete
            case .missing: false
            }
        }
    }

    /// How many layers there are at any depth.
    var leafCount: Int {
        members.reduce(0) { count, member in
            if case .model(let model) = member.content { count + model.leafCount } else { count + 1 }
        }
    }

    /// The same model without the applications that no output depends on.
    func pruned() -> ModelOutline {
        var needed: Set<OutlineTensor> = []
        var open = outputs + inputs
        while let tensor = open.popLast() {
            let application = OutlineTensor(layer: tensor.layer, application: tensor.application)
            guard needed.insert(application).inserted else { continue }
            let calls = members[tensor.layer].calls
            if calls.indices.contains(tensor.application) { open += calls[tensor.application].all }
        }
        var places: [OutlineTensor: OutlineTensor] = [:]
        var kept: [Member] = []
        for (index, member) in members.enumerated() {
            let count = max(1, member.calls.count)
            let used = (0..<count).filter { needed.contains(OutlineTensor(layer: index, application: $0)) }
            guard !used.isEmpty else { continue }
            for (number, application) in used.enumerated() {
                let old = OutlineTensor(layer: index, application: application)
                places[old] = OutlineTensor(layer: kept.count, application: number)
            }
            var member = member
            member.calls = used.filter { member.calls.indices.contains($0) }.map { member.calls[$0] }
            kept.append(member)
        }
        func moved(_ tensor: OutlineTensor) -> OutlineTensor {
            var place = places[OutlineTensor(layer: tensor.layer, application: tensor.application)] ?? tensor
            place.tensor = tensor.tensor
            return place
        }
        for index in kept.indices { kept[index].calls = kept[index].calls.map { $0.moved(moved) } }
        var result = self
        result.members = kept
        result.inputs = inputs.map(moved)
        result.outputs = outputs.map(moved)
        return result
    }
}

extension CallArguments {
    /// The same call on other tensors, where that cannot fail.
    func moved<Other>(_ change: (Tensor) -> Other) -> CallArguments<Other> {
        var result = CallArguments<Other>()
        result.positional = positional.map { $0.moved(change) }
        result.named = named.mapValues { $0.moved(change) }
        return result
    }
}

extension CallArgument {
    /// The same argument with other tensors in its place, where that cannot fail.
    func moved<Other>(_ change: (Tensor) -> Other) -> CallArgument<Other> {
        switch self {
        case .tensor(let tensor): .tensor(change(tensor))
        case .constant(let value): .constant(value)
        case .list(let elements): .list(elements.map { $0.moved(change) })
        }
    }
}
