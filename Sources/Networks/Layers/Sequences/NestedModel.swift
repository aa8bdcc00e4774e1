import Tensors

/// A network as a layer, for wrappers that apply one to every step.
public struct NestedModel: Layer {
    /// One parameter of the network.
    public struct Place: Sendable, Hashable {
        /// The layer's index in the architecture.
        public let layer: Int
        /// Which of the layer's parameters.
        public let parameter: Int
        /// The groups that lead to the layer in model files, from the outside in.
        public let groups: [String]

        /// Names a parameter.
        public init(layer: Int, parameter: Int, groups: [String]) {
            self.layer = layer
            self.parameter = parameter
            self.groups = groups
        }
    }

    /// What the network computes.
    public let architecture: Architecture
    /// All parameters of all its layers, in the order in which they are given.
    public let places: [Place]

    /// Makes a layer of a network.
    public init(_ architecture: Architecture, places: [Place]) {
        self.architecture = architecture
        self.places = places
    }

    /// Those of the network's layers, in the order of `places`.
    public var parameters: [ParameterSpec] {
        places.map { place in
            let named = architecture.layers[place.layer]
            let spec = named.layer.parameters[place.parameter]
            return ParameterSpec(
                "\(named.name)/\(spec.name)",
                spec.shape,
                isTrainable: spec.isTrainable,
                spec.initializer
            )
        }
    }

    /// Whether some layer draws random numbers in training.
    public var isRandom: Bool { architecture.layers.contains { $0.layer.isRandom } }

    /// Whether some layer does.
    public var mixesRecords: Bool { architecture.layers.contains { $0.layer.mixesRecords } }

    /// The network's answer.
    public func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard inputs == [architecture.inputShape] else {
            throw .shape("NestedModel", "takes records of the shape \(architecture.inputShape), gets \(inputs)")
        }
        return architecture.outputShape
    }

    /// The network's answer for a batch.
    public func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        var own: [[Tensor?]] = architecture.layers.map { $0.layer.parameters.map { _ in nil } }
        for (place, tensor) in zip(places, parameters) { own[place.layer][place.parameter] = tensor }
        // A wrapper that is frozen runs as at inference as a whole.
        let inside = Pass(isTraining: pass.isTraining, generator: pass.generator, isMixed: pass.isMixed, frozen: [])
        return try architecture.answer(
            inputs[0],
            own.map { $0.compactMap(\.self) },
            upTo: architecture.output
        ) { _ in inside }
    }

    /// Those of all its nodes.
    public func multiplyAdds(_ inputs: [[Int]]) -> Int {
        architecture.nodes.map { node in
            architecture.layers[node.layer].layer.multiplyAdds(node.inputs.map { architecture.nodes[$0].shape })
        }.saturatedSum()
    }
}
