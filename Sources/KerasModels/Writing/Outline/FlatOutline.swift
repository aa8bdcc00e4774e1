import Networks

/// The outline of a model whose layers all stand side by side: one made here, or a part of one that was read.
struct FlatOutline {
    let model: KerasModel
    private var architecture: Architecture { model.architecture }
    /// For each layer of the architecture the member it becomes; nil for those that make masks.
    private(set) var places: [Int?] = []
    /// For each node which application of its layer it is.
    private(set) var applications: [Int] = []

    /// Outlines a model, whatever stood inside models before.
    ///
    /// - Parameters:
    ///   - model: the model.
    ///   - differences: the applications that are to be given their masks, or kept from others.
    ///   - generation: who is to read it.
    static func make(
        _ model: KerasModel,
        giving differences: [MaskDifference] = [],
        for generation: KerasGeneration = .three
    ) -> ModelOutline {
        let flat = FlatOutline(model)
        return MaskGiver.give(differences, to: flat.outline(), of: flat, for: generation).pruned()
    }

    private init(_ model: KerasModel) {
        self.model = model
        var count = 0
        for named in architecture.layers {
            let isMask = named.kind == ArchitectureReader.maskKind
            places.append(isMask ? nil : count)
            count += isMask ? 0 : 1
        }
        var counts = Array(repeating: 0, count: architecture.layers.count)
        for node in architecture.nodes {
            applications.append(counts[node.layer])
            counts[node.layer] += 1
        }
    }

    private func outline() -> ModelOutline {
        var calls: [[CallArguments<OutlineTensor>]] = Array(repeating: [], count: architecture.layers.count)
        for node in architecture.nodes where !node.inputs.isEmpty { calls[node.layer].append(call(node)) }
        var members: [ModelOutline.Member] = []
        for (index, named) in architecture.layers.enumerated() where places[index] != nil {
            let entry = model.entry(index)
            let content: ModelOutline.Content
            if let layer = named.layer as? InputLayer {
                content = .input(
                    shape: entry?.freeShape(like: layer.shape) ?? layer.shape,
                    dtype: entry?.inputType ?? "float32"
                )
            } else {
                content = .layer(index, isTrainable: entry?.isTrainable ?? true)
            }
            members.append(ModelOutline.Member(name: named.name, calls: calls[index], content: content))
        }
        return ModelOutline(
            name: model.name,
            isSequential: false,
            members: members,
            inputs: [tensor(0)],
            outputs: [tensor(architecture.output)]
        )
    }

    /// The output of a node.
    func tensor(_ node: Int) -> OutlineTensor {
        OutlineTensor(layer: places[architecture.nodes[node].layer] ?? 0, application: applications[node])
    }

    /// What a node's layer is called with: as in its file, or else on one tensor or a list.
    private func call(_ node: Architecture.Node) -> CallArguments<OutlineTensor> {
        guard let entry = model.entry(node.layer), let first = entry.applications.first else {
            let tensors = node.inputs.map { CallArgument.tensor(tensor($0)) }
            return CallArguments(positional: tensors.count == 1 ? tensors : [.list(tensors)])
        }
        // The nodes are the positional tensors, then the named ones, then the masks (`LayerCall`).
        var rest = node.inputs[...]
        var call = CallArguments<OutlineTensor>()
        call.positional = first.positional.map { $0.moved { _ in rest.popFirst().map(tensor) ?? tensor(0) } }
        let kind = KerasLayerCatalog.kind(of: entry.className)
        for name in kind?.namedTensors ?? [] {
            guard let argument = first.named[name] else { continue }
            call.named[name] = argument.moved { _ in rest.popFirst().map(tensor) ?? tensor(0) }
        }
        for (name, argument) in first.named where argument.tensors.isEmpty {
            call.named[name] = argument.moved { _ in tensor(0) }
        }
        let masks = rest.filter { !model.isDerivedMask($0) }
        if masks.count == 1, let mask = masks.first { call.named["mask"] = .tensor(tensor(mask)) }
        return call
    }
}

extension KerasModel {
    /// Whether a node makes a mask that is part of a layer in Keras.
    func isDerivedMask(_ node: Int) -> Bool {
        architecture.layers[architecture.nodes[node].layer].kind == ArchitectureReader.maskKind
    }
}

extension LayerEntry {
    /// The shape an input states, axes of any size left open; nil when it is not that of the engine's layer.
    func freeShape(like sizes: [Int]) -> [Int?]? {
        let stated = options["batch_input_shape"] ?? options["batch_shape"]
        guard let stated = stated?.array, stated.count == sizes.count + 1 else { return nil }
        let shape = stated.dropFirst().map(\.integer)
        return zip(shape, sizes).allSatisfy { $0 == nil || $0 == $1 } ? shape : nil
    }

    /// The type of an input's numbers, when it is one of indices; all others are computed with as floats.
    var inputType: String {
        let name = options["dtype"]?.string ?? options["dtype"]?["config"]?["name"]?.string
        return name.flatMap { ["int8", "int16", "int32", "int64", "uint8"].contains($0) ? $0 : nil } ?? "float32"
    }
}
