import Networks

/// Which masks a layer takes at one of its applications.
struct MaskSlots {
    /// The node of the mask of each tensor, by the tensor's place among the inputs.
    let nodes: [Int: Int]
    /// How many of the inputs are tensors.
    let tensors: Int
    /// Whether an attention is given a mask of pairs.
    let hasPairMask: Bool

    /// The masks of a node; none for layers that take none.
    init(_ node: Architecture.Node, _ layer: any Layer) {
        let inputs = node.inputs
        var tensors = inputs.count
        var hasPairMask = false
        var nodes: [Int: Int] = [:]
        switch layer {
        case let attention as MultiHeadAttention:
            hasPairMask = attention.hasPairMask
            nodes = Self.attended(inputs, attention.masks)
            tensors -= nodes.count + (hasPairMask ? 1 : 0)
        case let attention as Attention:
            nodes = Self.attended(inputs, attention.masks)
            tensors -= nodes.count
        case let merge as Merge where !merge.masks.isEmpty:
            let places = merge.masks.indices.filter { merge.masks[$0] }
            tensors -= places.count
            nodes = Dictionary(uniqueKeysWithValues: zip(places, inputs.suffix(places.count)))
        case is Recurrent, is Bidirectional, is StepAverage:
            tensors = 1 + Self.states(layer)
            if inputs.count > tensors { nodes[0] = inputs[tensors] }
        default: break
        }
        self.nodes = nodes
        self.tensors = tensors
        self.hasPairMask = hasPairMask
    }

    private static func attended(_ inputs: [Int], _ masks: AttentionMasks) -> [Int: Int] {
        let places = [AttentionMasks.query, .value, .key].enumerated().filter { masks.contains($0.element) }
        return Dictionary(uniqueKeysWithValues: zip(places.map(\.offset), inputs.suffix(places.count)))
    }

    /// How many states a recurrent layer starts from.
    private static func states(_ layer: any Layer) -> Int {
        switch layer {
        case let layer as Recurrent: layer.takesStates ? layer.cells.first?.stateCount ?? 0 : 0
        case let layer as Bidirectional: states(layer.forwards) + states(layer.backwards)
        default: 0
        }
    }
}
