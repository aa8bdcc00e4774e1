import Diagnostics
import Tensors

/// An architecture with its weights on one device, ready to run or to be trained.
public final class Network {
    /// What it computes.
    public let architecture: Architecture
    /// Where it runs.
    public let device: Device
    private(set) var parameters: [[Tensor]]

    /// Brings weights to a device.
    ///
    /// - Throws: `NetworkError.weightsMismatch` naming the layer, or an engine failure.
    public init(_ architecture: Architecture, weights: Weights, device: Device = .cpu) throws(NetworkError) {
        guard weights.layers.count == architecture.layers.count else {
            throw Self.mismatch("the weights have \(weights.layers.count) layers, not \(architecture.layers.count)")
        }
        var parameters: [[Tensor]] = []
        for (layer, values) in zip(architecture.layers, weights.layers) {
            let specs = layer.layer.parameters
            guard specs.map(\.shape) == values.map(\.shape) else {
                throw Self.mismatch(
                    "layer '\(layer.name)' has weights \(values.map(\.shape)), its configuration asks for "
                        + "\(specs.map(\.shape))"
                )
            }
            var tensors: [Tensor] = []
            for value in values {
                do { tensors.append(try Tensor(value, device: device)) } catch { throw NetworkError(error) }
            }
            parameters.append(tensors)
        }
        self.architecture = architecture
        self.device = device
        self.parameters = parameters
    }

    private static func mismatch(_ problem: String) -> NetworkError {
        NetworkError(.weightsMismatch, problem, remedy: "Save the model again from the framework that trained it.")
    }

    /// The answer for a batch x (N, …).
    ///
    /// - Parameters:
    ///   - x: the batch, with the architecture's input shape.
    ///   - pass: inference or training.
    ///   - last: the node whose output is wanted; the answer when nil.
    public func forward(_ x: Tensor, _ pass: Pass = .inference, upTo last: Int? = nil) throws(TensorError) -> Tensor {
        try architecture.answer(x, parameters, upTo: last ?? architecture.output) { pass.of(layer: $0) }
    }

    /// The outputs of several nodes for a batch x (N, …) at inference, from one pass.
    ///
    /// - Returns: one output per node, in their order.
    public func outputs(_ x: Tensor, at nodes: [Int]) throws(TensorError) -> [Tensor] {
        try architecture.answers(x, parameters, at: nodes) { Pass.inference.of(layer: $0) }
    }

    /// The weights as they are now.
    public func weights() throws(TensorError) -> Weights {
        var result: [[TensorValues]] = []
        for layer in parameters {
            var values: [TensorValues] = []
            for tensor in layer { values.append(try tensor.values()) }
            result.append(values)
        }
        return Weights(result)
    }

    /// Puts other weights of the same shapes in place.
    func assign(_ weights: Weights) throws(TensorError) {
        for (tensors, values) in zip(parameters, weights.layers) {
            for (tensor, value) in zip(tensors, values) { try tensor.assign(Tensor(value, device: device)) }
        }
    }

    /// The trainable tensors of all layers but the frozen ones.
    func trainable(frozen: Set<Int>) -> [Tensor] {
        zip(architecture.layers, parameters).enumerated().flatMap { index, pair in
            frozen.contains(index)
                ? [] : zip(pair.0.layer.parameters, pair.1).filter(\.0.isTrainable).map(\.1)
        }
    }
}
