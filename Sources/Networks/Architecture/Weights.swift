import Tensors

/// The weights of an architecture on the host: per layer, per parameter, in the architecture's order.
public struct Weights: Sendable, Hashable {
    /// Indexed by layer, then parameter.
    public var layers: [[TensorValues]]

    /// Takes weights as they are.
    public init(_ layers: [[TensorValues]]) { self.layers = layers }

    /// The weights of some layers, in the order asked for; −1 stands for a layer without parameters.
    public func picking(_ layerMap: [Int]) -> Weights { Weights(layerMap.map { $0 < 0 ? [] : layers[$0] }) }

    /// Writes the weights of a part back into the whole it was cut from.
    public mutating func replace(_ layerMap: [Int], with part: Weights) {
        for (index, layer) in layerMap.enumerated() where layer >= 0 { layers[layer] = part.layers[index] }
    }

    /// Number of values.
    public var count: Int { layers.reduce(0) { $0 + $1.reduce(0) { $0 + $1.floats.count } } }
}
