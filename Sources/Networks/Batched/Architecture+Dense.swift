import Tensors

extension Architecture {
    /// The chain of dense layers with a stack's shape, for drawing fresh weights.
    public static func dense(_ shape: DenseStackShape) -> Architecture {
        let input = NamedLayer(name: "input", kind: "InputLayer", layer: InputLayer(shape: [shape.sizes[0]]))
        let dense = zip(shape.sizes, shape.sizes.dropFirst()).enumerated().map { index, sizes in
            NamedLayer(name: "dense_\(index)", kind: "Dense", layer: Dense(inputs: sizes.0, units: sizes.1))
        }
        let nodes =
            [Node(layer: 0, inputs: [], shape: [shape.sizes[0]])]
            + dense.indices.map { Node(layer: $0 + 1, inputs: [$0], shape: [shape.sizes[$0 + 1]]) }
        return Architecture(name: "dense", layers: [input] + dense, nodes: nodes, output: dense.count)
    }
}
