extension Architecture {
    /// The same network with its last dense layer answering another number of classes.
    ///
    /// - Parameter classes: the new number of logits.
    /// - Throws: `NetworkError.notAClassifier` when the answer does not come from a dense layer.
    public func answering(classes: Int) throws(NetworkError) -> Architecture {
        var newLayers = layers
        var newNodes = nodes
        var node = output
        // Parameter-free layers after the last dense one (an activation taken off, a dropout) only change shape.
        while !(layers[nodes[node].layer].layer is Dense) {
            guard layers[nodes[node].layer].layer.parameters.isEmpty, nodes[node].inputs.count == 1 else { break }
            newNodes[node] = Node(layer: nodes[node].layer, inputs: nodes[node].inputs, shape: [classes])
            node = nodes[node].inputs[0]
        }
        let named = layers[nodes[node].layer]
        guard let dense = named.layer as? Dense else {
            throw NetworkError(
                .notAClassifier,
                "the model's head does not end in a dense layer, so that no head for \(classes) classes can be made",
                remedy: "Cut the model before its last dense layer, or leave `target` out of the manifest."
            )
        }
        let layer = Dense(
            inputs: dense.inputs,
            units: classes,
            hasBias: dense.hasBias,
            activation: dense.activation
        )
        newLayers[nodes[node].layer] = NamedLayer(name: named.name, kind: named.kind, layer: layer)
        newNodes[node] = Node(layer: nodes[node].layer, inputs: nodes[node].inputs, shape: [classes])
        return Architecture(name: name, layers: newLayers, nodes: newNodes, output: output)
    }
}
