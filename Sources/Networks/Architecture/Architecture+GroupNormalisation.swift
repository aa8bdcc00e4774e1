import Tensors

/// A network whose batch normalisations were replaced by group normalisations.
public struct GroupNormalised: Sendable {
    /// The network; layers and nodes keep their indices and names.
    public let architecture: Architecture
    /// The layers, by index, that were batch normalisations.
    public let changed: [Int]

    /// Weights of the network it was made of, without the moving statistics; γ and β stay.
    public func weights(from old: Weights) -> Weights {
        var result = old
        for index in changed where old.layers.indices.contains(index) {
            result.layers[index] = Array(old.layers[index].prefix(architecture.layers[index].layer.parameters.count))
        }
        return result
    }
}

extension Architecture {
    /// The same network with group normalisations (Wu & He 2018) for batch normalisations, which let records see each
    /// other, so that no record has a gradient of its own.
    ///
    /// A feature map is cut into the most groups, up to 8, of at least two features each: groups of a few features come
    /// closest to what each feature's own statistics did, and in narrow networks 32 groups, the paper's default, would
    /// be more than there are features. Vectors become one group, a layer normalisation: two numbers normalised together
    /// keep nothing but their order. Batch normalisations inside wrappers and nested models stay.
    public func withGroupNormalisation() -> GroupNormalised {
        var layers = layers
        var changed: [Int] = []
        for node in nodes {
            let named = layers[node.layer]
            guard let norm = named.layer as? BatchNorm else { continue }
            let rank = node.shape.count + 1
            let group = GroupNorm(
                features: norm.features,
                groups: rank > 2 ? Self.groups(of: norm.features) : 1,
                axis: norm.axis < 0 ? rank + norm.axis : norm.axis,
                epsilon: norm.epsilon,
                hasGamma: norm.hasGamma,
                hasBeta: norm.hasBeta
            )
            layers[node.layer] = NamedLayer(name: named.name, kind: "GroupNormalization", layer: group)
            changed.append(node.layer)
        }
        let architecture = Architecture(name: name, layers: layers, nodes: nodes, output: output)
        return GroupNormalised(architecture: architecture, changed: changed.sorted())
    }

    private static func groups(of features: Int) -> Int {
        (1...8).last { features % $0 == 0 && features / $0 >= 2 } ?? 1
    }
}
