import Diagnostics

/// One application of a layer in terms of the architecture's nodes.
struct LayerCall {
    /// The nodes whose outputs it takes: positional tensors, named ones, masks.
    private(set) var nodes: [Int]
    /// How many of them are positional tensors.
    let positional: Int
    /// The call, each tensor as its place in `nodes`.
    let arguments: CallArguments<Int>
    /// For each positional tensor the node of its mask; nil without one.
    let inputMasks: [Int?]
    /// For each positional and named tensor the place of its mask in `nodes`; empty for kinds that take no masks.
    private(set) var masks: [Int?] = []

    /// Arranges an application's tensors.
    ///
    /// - Parameters:
    ///   - nodes: the node of each step before.
    ///   - mask: the node of the mask with which a node's output comes; nil without one.
    ///   - takesMasks: whether the masks follow the tensors.
    ///   - meanings: what the nodes' outputs say as masks.
    /// - Throws: `malformedConfig` for another number of tensors, `unsupportedOption` for tensors by unknown names.
    init(
        _ step: FlatModel.Step,
        _ entry: LayerEntry,
        _ kind: any KerasLayerKind.Type,
        nodes: [Int],
        mask: (Int) -> Int?,
        takesMasks: Bool,
        _ meanings: MaskMeanings,
        at location: Location
    ) throws(KerasModelError) {
        var list = step.arguments.tensors.map { nodes[$0] }
        var inputMasks = list.map(mask)
        positional = list.count
        guard kind.tensorCounts.contains(positional) else {
            let range = kind.tensorCounts
            let wanted = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) or more"
            throw .malformed("\(entry.className) takes \(wanted) tensors, gets \(positional)", at: location)
        }
        var call = CallArguments<Int>()
        var count = 0
        for argument in step.arguments.positional {
            call.positional.append(
                try argument.map { (_) throws(KerasModelError) in
                    count += 1; return count - 1
                }
            )
        }
        for name in kind.namedTensors {
            call.named[name] = try step.arguments.named[name]?.map { (step) throws(KerasModelError) in
                list.append(nodes[step])
                return list.count - 1
            }
        }
        for (name, argument) in step.arguments.named where call.named[name] == nil {
            if name == "mask" {
                Self.set(&inputMasks, argument, nodes, meanings)
                continue
            }
            guard argument.tensors.isEmpty else {
                throw KerasModelError(
                    .unsupportedOption,
                    "\(entry.className) takes a tensor as its argument '\(name)', which is not supported",
                    at: location,
                    remedy: "Build the model so that the layer is called without '\(name)'."
                )
            }
            call.named[name] = try argument.map { (step) throws(KerasModelError) in step }
        }
        if takesMasks {
            for mask in inputMasks + list[positional...].map(mask) {
                self.masks.append(mask.map { _ in list.count })
                if let mask { list.append(mask) }
            }
        }
        arguments = call
        self.inputMasks = inputMasks
        self.nodes = list
    }

    /// Masks given by name stand before those that tensors carry, unless they say the same.
    static func set(
        _ masks: inout [Int?],
        _ argument: CallArgument<Int>,
        _ nodes: [Int],
        _ meanings: MaskMeanings
    ) {
        func set(_ place: Int, _ step: Int) {
            guard masks.indices.contains(place) else { return }
            let isKnown = masks[place].map { meanings.areSame($0, nodes[step]) } ?? meanings.isEverywhere(nodes[step])
            if !isKnown { masks[place] = nodes[step] }
        }
        switch argument {
        case .tensor(let step): set(0, step)
        case .list(let elements):
            for (index, element) in elements.enumerated() where masks.indices.contains(index) {
                // In a list that is given, nothing stands for no mask.
                if let step = element.tensor { set(index, step) } else { masks[index] = nil }
            }
        case .constant: break
        }
    }
}
