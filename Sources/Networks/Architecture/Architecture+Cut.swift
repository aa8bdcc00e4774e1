import Diagnostics

extension Architecture {
    /// The nodes after which the network can be cut: one tensor carries everything there.
    ///
    /// Input and output are left out: nothing, or everything, would be shared.
    public var cuts: [Int] {
        // A node is a cut when no edge jumps over it: every earlier node is used up by the time it is computed.
        var lastUse = Array(repeating: -1, count: nodes.count)
        for (index, node) in nodes.enumerated() { for input in node.inputs { lastUse[input] = index } }
        lastUse[output] = nodes.count
        var reach = 0
        var result: [Int] = []
        for index in nodes.indices where index < output {
            if index > 0, reach <= index, lastUse[index] > index { result.append(index) }
            reach = max(reach, lastUse[index])
        }
        return result
    }

    /// The node at which a named layer is applied, when it is a place to cut.
    ///
    /// - Throws: `NetworkError.unknownLayer` (naming the nearest), `NetworkError.notACut`.
    public func cut(after name: String, at location: Location = .run) throws(NetworkError) -> Int {
        let legal = cuts
        let candidates = legal.map { layers[nodes[$0].layer].name }
        guard let layer = layers.firstIndex(where: { $0.name == name }) else {
            throw NetworkError(
                .unknownLayer,
                "the model has no layer '\(name)'",
                at: location,
                remedy: NearestName.hint(name, among: candidates)
            )
        }
        guard let node = legal.last(where: { nodes[$0].layer == layer }) else {
            throw NetworkError(
                .notACut,
                "the model cannot be cut after '\(name)': other tensors pass beside it, or nothing would stay behind",
                at: location,
                remedy: "Choose one of the places `layeraudit inspect` lists. "
                    + NearestName.hint(name, among: candidates)
            )
        }
        return node
    }

    /// The cut used when the manifest names none: everything before the last layer with weights (paper, section 5.2).
    public var defaultCut: Int? {
        guard let last = nodes.indices.last(where: { !layers[nodes[$0].layer].layer.parameters.isEmpty }) else {
            return nil
        }
        return cuts.last { $0 < last }
    }

    /// The layers used up to and including a cut: g_s.
    public func layers(upTo cut: Int) -> [Int] { Array(Set(nodes[0...cut].map(\.layer))).sorted() }

    /// The part up to and including a cut (g_s); `layerMap` names each layer's index in the whole.
    public func shallowPart(upTo cut: Int) -> (part: Architecture, layerMap: [Int]) {
        part(0...cut, output: cut, input: nil)
    }

    /// The part after a cut (h_s), which takes the cut's output as its input.
    public func deepPart(after cut: Int) -> (part: Architecture, layerMap: [Int]) {
        part(cut...(nodes.count - 1), output: output, input: cut)
    }

    private func part(_ range: ClosedRange<Int>, output: Int, input: Int?) -> (part: Architecture, layerMap: [Int]) {
        var layerMap: [Int] = []
        var newLayers: [NamedLayer] = []
        var newNodes: [Node] = []
        for index in range {
            let node = nodes[index]
            if index == input {
                let layer = InputLayer(shape: node.shape)
                newLayers.append(NamedLayer(name: layers[node.layer].name, kind: "InputLayer", layer: layer))
                layerMap.append(-1)
                newNodes.append(Node(layer: 0, inputs: [], shape: node.shape))
                continue
            }
            let known = layerMap.firstIndex(of: node.layer)
            if known == nil {
                layerMap.append(node.layer)
                newLayers.append(layers[node.layer])
            }
            let inputs = node.inputs.map { $0 - range.lowerBound }
            newNodes.append(Node(layer: known ?? layerMap.count - 1, inputs: inputs, shape: node.shape))
        }
        let part = Architecture(name: name, layers: newLayers, nodes: newNodes, output: output - range.lowerBound)
        return (part, layerMap)
    }
}
