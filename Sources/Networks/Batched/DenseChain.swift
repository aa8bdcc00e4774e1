import Tensors

/// A network that is a chain of dense layers, and so can be trained in a stack with others of its shape.
public struct DenseChain: Sendable {
    /// The shape of the stack.
    public let shape: DenseStackShape
    /// Indices of the architecture's layers that hold the parameters, in order.
    public let layers: [Int]

    /// Recognises a chain of dense layers (with bias; ReLU, tanh, sigmoid or no activation), dropout and flattening.
    ///
    /// - Parameter architecture: answers logits.
    /// - Returns: nil when some layer is of another kind or the network is not a chain.
    public init?(_ architecture: Architecture) {
        var sizes = [architecture.inputShape.reduce(1, *)]
        var activations: [DenseStackShape.Activation] = []
        var dropout: [Double] = []
        var layers: [Int] = []
        var isFlat = architecture.inputShape.count == 1
        for (index, node) in architecture.nodes.enumerated().dropFirst() {
            guard node.inputs == [index - 1] else { return nil }
            let named = architecture.layers[node.layer]
            switch named.layer {
            case let layer as Flatten:
                // Channels first, Keras flattens in another order than the features are stored in.
                guard isFlat || layer.order == .channelsLast else { return nil }
                isFlat = true
            case let dense as Dense:
                // A layer used twice has one set of parameters, a stack would train two.
                guard isFlat, dense.hasBias, !layers.contains(node.layer),
                    let activation = Self.activation(dense.activation)
                else { return nil }
                sizes.append(dense.units)
                activations.append(activation)
                dropout.append(0)
                layers.append(node.layer)
            case let layer as ActivationLayer:
                guard let activation = Self.activation(layer.function) else { return nil }
                if activation == .linear { continue }
                guard let last = activations.last, last == .linear, dropout.last == 0 else { return nil }
                activations[activations.count - 1] = activation
            case let layer as Dropout:
                guard layer.rate > 0, layer.rate < 1 else { continue }
                // Dropout of the features themselves has no slot in a stack.
                guard let last = dropout.last, last == 0 else { return nil }
                dropout[dropout.count - 1] = layer.rate
            default: return nil
            }
        }
        guard architecture.output == architecture.nodes.count - 1, activations.last == .linear, dropout.last == 0 else {
            return nil
        }
        shape = DenseStackShape(
            sizes: sizes,
            activations: activations,
            dropout: dropout,
            loss: .softmaxCrossEntropy
        )
        self.layers = layers
    }

    private static func activation(_ function: ActivationFunction) -> DenseStackShape.Activation? {
        switch function {
        case .linear: .linear
        case .relu(nil, 0, 0): .relu
        case .tanh: .tanh
        case .sigmoid: .sigmoid
        default: nil
        }
    }

    /// One row of stack parameters for weights of the architecture.
    public func row(_ weights: Weights) -> [Float] {
        var row: [Float] = []
        row.reserveCapacity(shape.parameterCount)
        for layer in layers { for parameter in weights.layers[layer] { row.append(contentsOf: parameter.floats) } }
        return row
    }
}
