import Networks
import Tensors

/// A model with the place where it is cut: what a defence of the layers changes.
public struct TransferredLayers: Sendable {
    /// The whole network, answering logits.
    public var architecture: Architecture
    /// Its weights.
    public var weights: Weights
    /// The node after which the transferred layers end.
    public var cut: Int
    /// Its weights at earlier points of its training, the earliest first; empty where nobody kept them.
    public var earlier: [Weights]

    /// Describes what is to be shared.
    public init(architecture: Architecture, weights: Weights, cut: Int, earlier: [Weights] = []) {
        self.architecture = architecture
        self.weights = weights
        self.cut = cut
        self.earlier = earlier
    }

    /// The transferred layers that training changes, by index, from the input on.
    var trained: [Int] {
        let trained = Set(architecture.trainedLayers)
        return architecture.nodes[0...cut].map(\.layer).filter(trained.contains).reduce(into: []) { layers, layer in
            if !layers.contains(layer) { layers.append(layer) }
        }
    }

    /// The same with some of the transferred parameters changed.
    ///
    /// - Parameter edit: takes a trained parameter's description and values, and a number of its own; nil to leave it.
    func editing<Failure: Error>(
        _ edit: (ParameterSpec, TensorValues, Int) throws(Failure) -> TensorValues?
    ) throws(Failure) -> TransferredLayers {
        var edited = self
        var number = 0
        for layer in trained {
            for (index, parameter) in architecture.layers[layer].layer.parameters.enumerated()
            where parameter.isTrainable {
                if let values = try edit(parameter, weights.layers[layer][index], number) {
                    edited.weights.layers[layer][index] = values
                }
                number += 1
            }
        }
        return edited
    }
}
