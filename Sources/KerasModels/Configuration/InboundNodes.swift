import Diagnostics

/// Reads the two ways in which Keras writes where a layer is applied.
enum InboundNodes {
    /// The applications of one layer.
    ///
    /// Keras 2 writes `[[["conv", 0, 0, {}], …], …]` (a single input also without the middle brackets), Keras 3
    /// `[{"args": [tensor or list of tensors], "kwargs": {}}, …]` with tensors as `keras_history` objects.
    static func read(_ value: JSONValue?, at location: Location) throws(KerasModelError) -> [[TensorReference]] {
        var result: [[TensorReference]] = []
        for node in value?.array ?? [] {
            if let call = node.object {
                var tensors: [TensorReference] = []
                try collect(call["args"] ?? .null, into: &tensors, at: location)
                let taken = tensors.count
                try collect(call["kwargs"] ?? .null, into: &tensors, at: location)
                guard tensors.count == taken else {
                    throw KerasModelError(
                        .unsupportedOption,
                        "the layer takes tensors as named arguments",
                        at: location,
                        remedy: "Build the model so that layers are called on tensors alone, without masks or states."
                    )
                }
                result.append(tensors)
            } else {
                let entries = node.array ?? []
                let isSingle = entries.first?.string != nil
                var tensors: [TensorReference] = []
                for entry in isSingle ? [node] : entries { tensors.append(try reference(entry, at: location)) }
                result.append(tensors)
            }
        }
        return result
    }

    /// One `["layer", application, tensor, …]`.
    static func reference(_ value: JSONValue, at location: Location) throws(KerasModelError) -> TensorReference {
        guard let parts = value.array, parts.count >= 3, let layer = parts[0].string,
            let application = parts[1].integer, let tensor = parts[2].integer,
            (0..<ModelConfig.mostLayers).contains(application), tensor == 0
        else { throw .malformed("an inbound node is not [layer, application, 0]", at: location) }
        return TensorReference(layer, application)
    }

    private static func collect(
        _ value: JSONValue,
        into tensors: inout [TensorReference],
        at location: Location
    ) throws(KerasModelError) {
        switch value {
        case .array(let elements): for element in elements { try collect(element, into: &tensors, at: location) }
        case .object(let members):
            if members["class_name"]?.string == "__keras_tensor__" {
                tensors.append(try reference(members["config"]?["keras_history"] ?? .null, at: location))
            } else {
                for key in members.keys.sorted() {
                    try collect(members[key] ?? .null, into: &tensors, at: location)
                }
            }
        default: break
        }
    }
}
