import Networks

/// Writes down masks where Keras would make others by itself, and ends masks that must not reach a layer.
///
/// A mask that is given stands before the one that a tensor carries. Keras 3 has operations that make masks; Keras 2 keeps
/// none, and there masks can only be ended.
struct MaskGiver {
    private let flat: FlatOutline
    private let generation: KerasGeneration
    private var outline: ModelOutline
    /// The mask that a node makes, once it is written.
    private var given: [Int: OutlineTensor] = [:]
    /// Tensors without their masks.
    private var ended: [OutlineTensor: OutlineTensor] = [:]

    private var architecture: Architecture { flat.model.architecture }

    /// A flat outline with the masks of some applications given; those that cannot be are left as they are.
    static func give(
        _ differences: [MaskDifference],
        to outline: ModelOutline,
        of flat: FlatOutline,
        for generation: KerasGeneration
    ) -> ModelOutline {
        var giver = MaskGiver(flat: flat, generation: generation, outline: outline)
        for difference in differences { giver.give(difference) }
        return giver.outline
    }

    private init(flat: FlatOutline, generation: KerasGeneration, outline: ModelOutline) {
        self.flat = flat
        self.generation = generation
        self.outline = outline
    }

    private mutating func give(_ difference: MaskDifference) {
        let node = architecture.nodes[difference.node]
        let (layer, slots) = (
            architecture.layers[node.layer].layer, MaskSlots(node, architecture.layers[node.layer].layer)
        )
        guard let place = flat.places[node.layer] else { return }
        let number = flat.applications[difference.node]
        guard outline.members[place].calls.indices.contains(number) else { return }
        let superfluous = difference.foreign.filter { difference.wanted[$0] == nil }
        guard generation == .three, !difference.wanted.isEmpty else {
            return end(superfluous, of: node, at: (place, number))
        }
        var masks: [Int: OutlineTensor] = [:]
        for (tensor, mask) in difference.wanted {
            guard let written = write(mask) else { return }
            masks[tensor] = written
        }
        switch layer {
        // It takes no masks but those that its tensors carry.
        case is Merge: return
        case is Attention:
            let list = (0..<slots.tensors).map {
                masks[$0].map { .tensor($0) } ?? CallArgument<OutlineTensor>.constant(.null)
            }
            outline.members[place].calls[number].named["mask"] = .list(list)
        case is MultiHeadAttention:
            // It overlooks masks of single tensors that are given.
            guard !slots.hasPairMask, let pairs = pairs(masks) else { return }
            end(difference.foreign, of: node, at: (place, number))
            outline.members[place].calls[number].named["attention_mask"] = .tensor(pairs)
        default:
            outline.members[place].calls[number].named["mask"] = masks[0].map { .tensor($0) }
        }
    }

    /// Lets tensors reach an application without masks.
    private mutating func end(_ tensors: Set<Int>, of node: Architecture.Node, at call: (member: Int, number: Int)) {
        var replaced: [OutlineTensor: OutlineTensor] = [:]
        for tensor in tensors where node.inputs.indices.contains(tensor) {
            let source = flat.tensor(node.inputs[tensor])
            replaced[source] = end(source, shape: architecture.nodes[node.inputs[tensor]].shape)
        }
        let old = outline.members[call.member].calls[call.number]
        outline.members[call.member].calls[call.number] = old.moved { replaced[$0] ?? $0 }
    }

    private mutating func end(_ tensor: OutlineTensor, shape: [Int]) -> OutlineTensor {
        if let known = ended[tensor] { return known }
        // Masks do not pass a Reshape.
        let plan = LayerPlan(
            className: "Reshape",
            options: ["target_shape": .integers(shape), "dtype": .string("float32")]
        )
        let made = add("\(outline.members[tensor.layer].name)_unmasked", plan, [.tensor(tensor)])
        ended[tensor] = made
        return made
    }

    /// The mask (Tq, Tv) of the masks of query, value and key.
    private mutating func pairs(_ masks: [Int: OutlineTensor]) -> OutlineTensor? {
        var result: OutlineTensor?
        for (place, mask) in masks.sorted(by: { $0.key < $1.key }) {
            let wide = operation("ExpandDims", [.tensor(mask)], ["axis": .integer(place == 0 ? -1 : -2)])
            result = result.map { operation("LogicalAnd", [.tensor($0), .tensor(wide)]) } ?? wide
        }
        return result
    }

    /// The output of a node that makes a mask, as operations; nil where there are none for it.
    private mutating func write(_ node: Int) -> OutlineTensor? {
        if let known = given[node] { return known }
        let (layer, inputs) = (architecture.layers[architecture.nodes[node].layer], architecture.nodes[node].inputs)
        guard layer.kind == ArchitectureReader.maskKind else { return flat.tensor(node) }
        let made: OutlineTensor?
        switch layer.layer {
        case let source as StepMaskSource: made = write(source.rule, of: flat.tensor(inputs[0]))
        case let merge as MaskMerge:
            var masks: [OutlineTensor] = []
            for input in inputs {
                guard let mask = write(input) else { return nil }
                masks.append(mask)
            }
            made = write(merge.rule, of: masks)
        default: made = nil
        }
        given[node] = made
        return made
    }

    private mutating func write(_ rule: StepMaskSource.Rule, of tensor: OutlineTensor) -> OutlineTensor {
        switch rule {
        case .values(let value): return operation("NotEqual", [.tensor(tensor), .constant(.number(value))])
        case .steps(let value):
            let values = operation("NotEqual", [.tensor(tensor), .constant(.number(value))])
            return operation("Any", [.tensor(values)], ["axis": .integer(-1), "keepdims": .bool(false)])
        }
    }

    private mutating func write(_ rule: MaskMerge.Rule, of masks: [OutlineTensor]) -> OutlineTensor? {
        let name: String
        switch rule {
        case .any: name = "LogicalOr"
        case .all: name = "LogicalAnd"
        case .concatenated(let lengths):
            // How long a mask is that holds everywhere, no tensor at hand says.
            guard lengths.allSatisfy({ $0 == nil }) else { return nil }
            return operation("Concatenate", [.list(masks.map { .tensor($0) })], ["axis": .integer(1)])
        }
        return masks.dropFirst().reduce(masks.first) { result, mask in
            guard let result, result != mask else { return result }
            return operation(name, [.tensor(result), .tensor(mask)])
        }
    }

    private mutating func operation(
        _ name: String,
        _ arguments: [CallArgument<OutlineTensor>],
        _ options: [String: JSONValue] = [:]
    ) -> OutlineTensor {
        let plan = LayerPlan(className: name, module: OperationForm.modules + ".numpy", options: options)
        return add("mask_\(ModelFolder.snakeCase(name))", plan, arguments)
    }

    private mutating func add(
        _ name: String,
        _ plan: LayerPlan,
        _ arguments: [CallArgument<OutlineTensor>]
    ) -> OutlineTensor {
        let call = CallArguments(positional: arguments)
        outline.members.append(ModelOutline.Member(name: name, calls: [call], content: .extra(plan)))
        return OutlineTensor(layer: outline.members.count - 1, application: 0)
    }
}
