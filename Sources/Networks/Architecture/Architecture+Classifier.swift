extension Architecture {
    /// The same network with its final softmax taken off, so that it answers logits.
    ///
    /// - Returns: the network, and whether there was a softmax (without one the answer is taken as logits).
    /// - Throws: `NetworkError.notAClassifier` when the answer is not one vector of at least two class scores.
    public func answeringLogits() throws(NetworkError) -> (architecture: Architecture, endsInSoftmax: Bool) {
        let node = nodes[output]
        guard node.shape.count == 1, node.shape[0] >= 2 else {
            throw NetworkError(
                .notAClassifier,
                "the model answers a tensor of shape \(node.shape) per record, not one vector of class scores",
                remedy: "Audit a classifier with one output vector of at least two classes."
            )
        }
        let last = layers[node.layer]
        guard let bare = (last.layer as? any SoftmaxEnding)?.withoutSoftmax() else { return (self, false) }
        var newLayers = layers
        newLayers[node.layer] = NamedLayer(name: last.name, kind: last.kind, layer: bare)
        return (Architecture(name: name, layers: newLayers, nodes: nodes, output: output), true)
    }
}

/// A layer that may end in a softmax which can be taken off.
public protocol SoftmaxEnding {
    /// The same layer without its softmax; nil when it has none.
    func withoutSoftmax() -> (any Layer)?
}
