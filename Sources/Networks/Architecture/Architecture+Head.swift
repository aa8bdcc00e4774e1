extension Architecture {
    /// The same network up to a cut, with another head on top: for who does not know the one it has.
    ///
    /// Spatial axes are averaged over. Where the network's own head has more than one layer with weights, the other one is
    /// linear; where it has one, the other one has a hidden layer of `hidden` rectified units. So the two always differ.
    ///
    /// - Parameters:
    ///   - cut: the node after which the head starts.
    ///   - hidden: units of the hidden layer.
    ///   - classes: number of logits.
    /// - Returns: the network, whose first nodes are those up to the cut, and for each of their layers its place in this
    ///   one.
    /// - Throws: `NetworkError.shapeMismatch` where no head can take what the cut gives.
    public func withOtherHead(
        after cut: Int,
        hidden: Int,
        classes: Int
    ) throws(NetworkError) -> (architecture: Architecture, layerMap: [Int]) {
        let shallow = shallowPart(upTo: cut)
        let own = deepPart(after: cut).part.layers.count { !$0.layer.parameters.isEmpty }
        let shape = nodes[cut].shape
        var layers: [NamedLayer] = []
        if shape.count > 1 {
            layers.append(
                NamedLayer(name: "other_pool", kind: "GlobalAveragePooling", layer: GlobalPooling(.average))
            )
        }
        var inputs = shape.last ?? 1
        if own <= 1 {
            let layer = Dense(inputs: inputs, units: hidden, activation: .relu)
            layers.append(NamedLayer(name: "other_hidden", kind: "Dense", layer: layer))
            inputs = hidden
        }
        layers.append(NamedLayer(name: "other_answer", kind: "Dense", layer: Dense(inputs: inputs, units: classes)))
        var nodes = shallow.part.nodes
        var current = shape
        for (index, named) in layers.enumerated() {
            current = try named.layer.outputShape([current])
            nodes.append(
                Node(layer: shallow.part.layers.count + index, inputs: [nodes.count - 1], shape: current)
            )
        }
        let whole = Architecture(
            name: name,
            layers: shallow.part.layers + layers,
            nodes: nodes,
            output: nodes.count - 1
        )
        return (whole, shallow.layerMap)
    }
}
