import Diagnostics
import Networks
import Tensors

/// Settles names and options of what an outline holds.
struct ModelSettler {
    /// The model the outline is of.
    let model: KerasModel
    /// Who is to read it.
    let generation: KerasGeneration
    /// Whether chains inside stay `Sequential`.
    let keepsChains: Bool
    /// The file to be written, for messages.
    let file: String

    /// The layers that were operations, at which masks end, in a model that has masks; for each its output's shape.
    private func unmasked() -> [Int: [Int]] {
        let architecture = model.architecture
        guard architecture.layers.contains(where: { $0.kind == ArchitectureReader.maskKind }) else { return [:] }
        var shapes: [Int: [Int]] = [:]
        for node in architecture.nodes where model.entry(node.layer)?.isOperation == true {
            shapes[node.layer] = node.shape
        }
        return shapes
    }

    /// For each layer the shape of a record of its first input.
    private func inputShapes() -> [Int: [Int]] {
        let nodes = model.architecture.nodes
        var shapes: [Int: [Int]] = [:]
        for node in nodes { shapes[node.layer] = node.inputs.first.map { nodes[$0].shape } }
        return shapes
    }

    /// The model as it will stand in the file, with the masks given that its reader would make otherwise.
    ///
    /// - Parameters:
    ///   - nested: the outline of a whole model; nil to write it flat.
    ///   - isOuter: whether it is a file's own model.
    /// - Returns: the model, and whether masks had to be given.
    /// - Throws: `notWritable`, `weightsMismatch` naming the layer.
    func settled(
        _ nested: ModelOutline?,
        isOuter: Bool = true
    ) throws(KerasModelError) -> (model: WrittenModel, givesMasks: Bool) {
        var written = try settle(nested ?? FlatOutline.make(model), isOuter: isOuter)
        var given: [MaskDifference] = []
        var found = try differences(written)
        // Giving a mask, or ending one, changes what reaches the layers behind.
        for _ in 0..<Self.mostRounds where !found.isEmpty {
            given += found.filter { !given.contains($0) }
            written = try settle(FlatOutline.make(model, giving: given, for: generation), isOuter: isOuter)
            found = try differences(written)
        }
        if let first = found.first { throw MaskCheck.refusal(first, model, for: generation, file: file) }
        return (written, !given.isEmpty)
    }

    /// How often masks that were given may call for others.
    private static let mostRounds = 8

    private func differences(_ written: WrittenModel) throws(KerasModelError) -> [MaskDifference] {
        let root = try ModelConfigWriter(generation: generation, hasBareEnds: false).root(written)
        return try MaskCheck.differences(model, root, for: generation, file: file)
    }

    private func settle(_ outline: ModelOutline, isOuter: Bool) throws(KerasModelError) -> WrittenModel {
        var names = PlainNames()
        let unmasked = unmasked()
        let inputShapes = inputShapes()
        let own = outline.members.map { names.take($0.name) }
        var steps: [[(name: String, step: LayerStep?, model: WrittenModel?)]] = []
        for (name, member) in zip(own, outline.members) {
            switch member.content {
            case .model(let inner): steps.append([(name, nil, try settle(inner, isOuter: false))])
            case .input(let shape, let dtype):
                steps.append([(name, LayerStep(nil, Self.input(shape, dtype)), nil)])
            case .layer(let index, let isTrainable):
                var form = LayerForm(
                    named: model.architecture.layers[index],
                    entry: model.entry(index),
                    values: model.weights.layers[index],
                    isTrainable: isTrainable,
                    generation: generation,
                    file: file
                )
                form.unmasked = unmasked[index]
                form.inputShape = inputShapes[index]
                if let wrapper = try WrappedModel.plan(form, settler: self) {
                    steps.append([(name, LayerStep(nil, wrapper), nil)])
                    continue
                }
                steps.append(try form.steps().map { ($0.suffix.map { names.take("\(name)_\($0)") } ?? name, $0, nil) })
            case .extra(let plan): steps.append([(name, LayerStep(nil, plan), nil)])
            case .missing: throw Self.missing(member.name, file)
            }
        }
        func reference(_ tensor: OutlineTensor) -> TensorReference {
            TensorReference(steps[tensor.layer].last?.name ?? "", tensor.application, tensor: tensor.tensor)
        }
        var members: [WrittenModel.Member] = []
        for (layer, member) in outline.members.enumerated() {
            let calls = member.calls.map { Self.plainCall($0.moved(reference)) }
            for (name, step, inner) in steps[layer] {
                let content: WrittenModel.Content = inner.map { .model($0) } ?? .layer(step?.plan ?? Self.input([], ""))
                var taken = calls
                if case .arguments(let arguments) = step?.input {
                    taken = calls.indices.map { number in
                        arguments.moved { operand in
                            switch operand {
                            case .given(let position):
                                calls[number].all.indices.contains(position)
                                    ? calls[number].all[position] : TensorReference(name, number)
                            case .step(let index): TensorReference(steps[layer][index].name, number)
                            }
                        }
                    }
                }
                if case .layer(let plan) = content, plan.module?.hasPrefix(OperationForm.modules) != true {
                    taken = taken.map { form($0, of: plan) }
                }
                members.append(WrittenModel.Member(name: name, calls: taken, content: content))
            }
        }
        let outputs = outline.outputs.map(reference)
        let isSequential = outline.isSequential && keepsChains && !isOuter
        return WrittenModel(
            name: PlainNames.plain(outline.name),
            isSequential: isSequential,
            members: isSequential ? members : KerasOrder.sorted(members, outputs: outputs),
            inputs: outline.inputs.map(reference),
            outputs: outputs
        )
    }

    /// A call without what says nothing.
    private static func plainCall(_ call: CallArguments<TensorReference>) -> CallArguments<TensorReference> {
        var result = call
        result.named = call.named.filter { $0.value != .constant(.null) }
        return result
    }

    /// A call in the form that the layer's class takes.
    private func form(
        _ call: CallArguments<TensorReference>,
        of plan: LayerPlan
    ) -> CallArguments<TensorReference> {
        var result = call
        if Self.merges.contains(plan.className), call.positional.count > 1 {
            result.positional = [.list(call.positional)]
        }
        guard LayerDialect.isRecurrent(plan.className) else { return result }
        // Keras 2 keeps the states a recurrent layer starts from behind its input, Keras 3 under their name.
        if generation == .three, case .list(let tensors) = call.positional.first, tensors.count > 1 {
            result.positional = [tensors[0]]
            result.named["initial_state"] = .list(Array(tensors.dropFirst()))
        } else if generation == .two, let states = call.named["initial_state"] {
            result.positional = [.list(call.positional + states.tensors.map { .tensor($0) })]
            result.named["initial_state"] = nil
        }
        return result
    }

    /// The classes that take several tensors as one list.
    private static let merges: Set<String> = [
        "Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Concatenate", "Dot",
    ]

    private static func input(_ shape: [Int?], _ dtype: String) -> LayerPlan {
        let axes = [.null] + shape.map { $0.map { JSONValue.integer($0) } ?? .null }
        return LayerPlan(
            className: "InputLayer",
            options: [
                "batch_input_shape": .array(axes), "dtype": .string(dtype), "sparse": .bool(false),
                "ragged": .bool(false),
            ]
        )
    }

    private static func missing(_ name: String, _ file: String) -> KerasModelError {
        KerasModelError(
            .notWritable,
            "the model was read without the layer",
            at: .layer(name, file: file),
            remedy: "Read the whole model, with one input and one output."
        )
    }
}
