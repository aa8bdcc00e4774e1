import Networks

/// The outline of a whole model as its file has it, models inside models included.
struct NestedOutline {
    private let model: KerasModel
    private let origin: ModelOrigin
    /// The layer of the architecture at each place of the configuration.
    private var places: [[Int]: Int] = [:]
    /// The first node of each layer of the architecture.
    private var nodes: [Int: Architecture.Node] = [:]

    /// Outlines a model; nil for one that was made here, for a part, with layers that its file does not have, and where one
    /// of several outputs was chosen.
    ///
    /// - Parameters:
    ///   - model: the model.
    ///   - isTrainable: whether what it stands in is trained.
    /// - Throws: `malformedConfig`.
    static func make(_ model: KerasModel, isTrainable: Bool = true) throws(KerasModelError) -> ModelOutline? {
        guard let origin = model.origin, origin.config.inputs.count == 1, origin.config.outputs.count == 1,
            origin.layers.count == model.architecture.layers.count
        else { return nil }
        let outline = try NestedOutline(model, origin).outline(origin.config, at: [], isTrainable: isTrainable).pruned()
        return outline.isComplete ? outline : nil
    }

    private init(_ model: KerasModel, _ origin: ModelOrigin) {
        self.model = model
        self.origin = origin
        for (index, leaf) in origin.layers.enumerated() { if let leaf { places[leaf.place] = index } }
        for node in model.architecture.nodes where nodes[node.layer] == nil { nodes[node.layer] = node }
    }

    private func outline(
        _ config: ModelConfig,
        at place: [Int],
        isTrainable: Bool
    ) throws(KerasModelError) -> ModelOutline {
        let order = try LayerOrder(config, file: model.path)
        func tensor(_ reference: TensorReference, isOutput: Bool) throws(KerasModelError) -> OutlineTensor {
            let (layer, number) = order.applications[try order.place(of: reference, isOutput: isOutput)]
            return OutlineTensor(layer: layer, application: number, tensor: reference.tensor)
        }
        var members: [ModelOutline.Member] = []
        for (index, entry) in config.layers.enumerated() {
            var calls: [CallArguments<OutlineTensor>] = []
            for application in entry.className == "InputLayer" ? [] : entry.applications {
                var call = try application.map { (reference) throws(KerasModelError) in
                    try tensor(reference, isOutput: false)
                }
                if !hasGivenMask(place + [index], entry, application) { call.named["mask"] = nil }
                calls.append(call)
            }
            members.append(
                ModelOutline.Member(
                    name: entry.name,
                    calls: calls,
                    content: try content(entry, config, at: place + [index], isTrainable: isTrainable)
                )
            )
        }
        var inputs: [OutlineTensor] = []
        for reference in config.inputs { inputs.append(try tensor(reference, isOutput: true)) }
        var outputs: [OutlineTensor] = []
        for reference in config.outputs { outputs.append(try tensor(reference, isOutput: true)) }
        return ModelOutline(
            name: config.name,
            isSequential: config.isSequential,
            members: members,
            inputs: inputs,
            outputs: outputs
        ).pruned()
    }

    private func content(
        _ entry: LayerEntry,
        _ config: ModelConfig,
        at place: [Int],
        isTrainable: Bool
    ) throws(KerasModelError) -> ModelOutline.Content {
        let isTrainable = isTrainable && entry.isTrainable
        if let inner = entry.model { return .model(try outline(inner, at: place, isTrainable: isTrainable)) }
        if entry.className == "InputLayer" {
            let sizes = place.count == 1 ? model.inputShape : enteringShape(entry.name, config, at: place.dropLast())
            guard let sizes else { return .missing }
            return .input(shape: entry.freeShape(like: sizes) ?? sizes, dtype: entry.inputType)
        }
        return places[place].map { .layer($0, isTrainable: isTrainable) } ?? .missing
    }

    /// Whether a layer's mask is another one than Keras makes by itself: Keras 3 writes down those too.
    private func hasGivenMask(
        _ place: [Int],
        _ entry: LayerEntry,
        _ call: CallArguments<TensorReference>
    ) -> Bool {
        guard let layer = places[place], let node = nodes[layer] else { return false }
        let named = KerasLayerCatalog.kind(of: entry.className)?.namedTensors.compactMap { call.named[$0] } ?? []
        let tensors = call.tensors.count + named.reduce(0) { $0 + $1.tensors.count }
        return node.inputs.dropFirst(tensors).contains { !model.isDerivedMask($0) }
    }

    /// The shape of a record that enters a model inside, which a Sequential one need not state.
    private func enteringShape(_ input: String, _ config: ModelConfig, at place: [Int]) -> [Int]? {
        for (index, entry) in config.layers.enumerated() {
            guard let call = entry.applications.first,
                let position = call.all.firstIndex(where: { $0.layer == input })
            else { continue }
            if let inner = entry.model {
                guard inner.inputs.indices.contains(position) else { continue }
                return enteringShape(inner.inputs[position].layer, inner, at: place + [index])
            }
            guard let layer = places[place + [index]], let node = nodes[layer],
                node.inputs.indices.contains(position)
            else { continue }
            return model.architecture.nodes[node.inputs[position]].shape
        }
        return nil
    }
}
