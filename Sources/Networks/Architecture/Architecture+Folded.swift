import Tensors

extension Architecture {
    /// The same function at inference with batch normalisations worked into the layers before them.
    ///
    /// γ·(w·x + b − µ) / √(σ² + ε) + β = (s·w)·x + (s·(b − µ) + β) with s = γ / √(σ² + ε), where a linear layer without
    /// activation feeds nothing but the normalisation. The normalisation's node then applies the scaled layer to that
    /// layer's input. Layers and nodes keep their indices and every node its value, so that a cut stays where it is;
    /// nodes nobody asks for are not computed (`Network.forward`).
    ///
    /// - Parameter weights: the weights of this architecture.
    /// - Returns: architecture and weights for inference; not for training.
    public func folded(_ weights: Weights) -> (architecture: Architecture, weights: Weights) {
        var newLayers = layers
        var newNodes = nodes
        var newWeights = weights
        let consumers = consumers
        var uses = Array(repeating: 0, count: layers.count)
        for node in nodes { uses[node.layer] += 1 }
        for (index, node) in nodes.enumerated() {
            guard let norm = layers[node.layer].layer as? BatchNorm, uses[node.layer] == 1,
                let input = node.inputs.first, consumers[input] == 1,
                let linear = layers[nodes[input].layer].layer as? any ScaleAbsorbing,
                let scales = norm.scales(weights.layers[node.layer]),
                linear.isScalable(alongAxis: norm.axis, rank: node.shape.count + 1),
                let folded = linear.absorbing(
                    weights.layers[nodes[input].layer],
                    scale: scales.scale,
                    shift: scales.shift
                )
            else { continue }
            let kind = layers[nodes[input].layer].kind
            newLayers[node.layer] = NamedLayer(name: layers[node.layer].name, kind: kind, layer: folded.layer)
            newWeights.layers[node.layer] = folded.weights
            newNodes[index] = Node(layer: node.layer, inputs: nodes[input].inputs, shape: node.shape)
        }
        return (Architecture(name: name, layers: newLayers, nodes: newNodes, output: output), newWeights)
    }
}

extension BatchNorm {
    /// What the normalisation does at inference, as scale·x + shift per feature; nil when the weights do not fit.
    func scales(_ weights: [TensorValues]) -> (scale: [Double], shift: [Double])? {
        guard weights.map(\.shape) == parameters.map(\.shape) else { return nil }
        let values = weights.map { $0.floats.map(Double.init) }
        let mean = values[values.count - 2]
        let variance = values[values.count - 1]
        var scale = variance.map { 1 / ($0 + epsilon).squareRoot() }
        if hasGamma { scale = zip(scale, values[0]).map(*) }
        let beta = hasBeta ? values[hasGamma ? 1 : 0] : mean.map { _ in 0 }
        let shift = zip(beta, zip(mean, scale)).map { $0 - $1.0 * $1.1 }
        return (scale, shift)
    }
}
