extension Architecture {
    /// The same network with a dropout before the dense layer it answers with; where one stands there already, with that
    /// rate. Indices of layers stay what they are, a new one is the last.
    ///
    /// - Parameter rate: share of values dropped, in (0, 1).
    /// - Returns: nil where the answer, but for activations, does not come from a dense layer.
    public func droppingBeforeAnswer(rate: Double) -> Architecture? {
        var place = output
        while !(layers[nodes[place].layer].layer is Dense) {
            let node = nodes[place]
            guard node.inputs.count == 1, layers[node.layer].layer.parameters.isEmpty else { return nil }
            place = node.inputs[0]
        }
        let before = nodes[place].inputs[0]
        let dropout = Dropout(rate: rate)
        if layers[nodes[before].layer].layer is Dropout {
            var layers = layers
            let known = layers[nodes[before].layer]
            layers[nodes[before].layer] = NamedLayer(name: known.name, kind: known.kind, layer: dropout)
            return Architecture(name: name, layers: layers, nodes: nodes, output: output)
        }
        let names = Set(layers.map(\.name))
        let free = (0...layers.count).lazy.map { $0 == 0 ? "dropout" : "dropout_\($0)" }.first { !names.contains($0) }
        let added = NamedLayer(name: free ?? "dropout", kind: "Dropout", layer: dropout)
        // Every node from the dense layer on moves one place back.
        var moved: [Node] = []
        for (index, node) in nodes.enumerated() {
            if index == place { moved.append(Node(layer: layers.count, inputs: [before], shape: nodes[before].shape)) }
            let inputs = index == place ? [place] : node.inputs.map { $0 >= place ? $0 + 1 : $0 }
            moved.append(Node(layer: node.layer, inputs: inputs, shape: node.shape))
        }
        return Architecture(name: name, layers: layers + [added], nodes: moved, output: output + 1)
    }
}
