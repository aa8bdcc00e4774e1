import Diagnostics

/// Reads the two ways in which Keras writes where a layer is applied, and on what.
struct InboundNodes {
    /// The names of the model's layers: a named argument that starts with one of them is a tensor.
    let layers: Set<String>
    /// Where messages point.
    let location: Location

    /// The applications of one layer.
    ///
    /// Keras 1 and 2 write `[[["conv", 0, 0, {}], …], …]` (a single input also without the middle brackets), Keras 3
    /// `[{"args": [tensor or list of tensors], "kwargs": {}}, …]` with tensors as `keras_history` objects.
    func read(_ value: JSONValue?) throws(KerasModelError) -> [CallArguments<TensorReference>] {
        var result: [CallArguments<TensorReference>] = []
        for node in value?.array ?? [] {
            if let members = node.object, members["args"] != nil {
                result.append(try call(members))
            } else {
                result.append(try nested(node))
            }
        }
        return result
    }

    /// One `["layer", application, tensor, …]`.
    static func reference(_ value: JSONValue, at location: Location) throws(KerasModelError) -> TensorReference {
        let numbers = 0..<ModelConfig.mostLayers
        guard let parts = value.array, parts.count >= 3, let layer = parts[0].string,
            let application = parts[1].integer, let tensor = parts[2].integer,
            numbers.contains(application), numbers.contains(tensor)
        else { throw .malformed("an inbound node is not [layer, application, tensor]", at: location) }
        return TensorReference(layer, application, tensor: tensor)
    }

    private func call(_ members: [String: JSONValue]) throws(KerasModelError) -> CallArguments<TensorReference> {
        var result = CallArguments<TensorReference>()
        for value in members["args"]?.array ?? [] { result.positional.append(try argument(value)) }
        for (name, value) in members["kwargs"]?.object ?? [:] { result.named[name] = try argument(value) }
        return result
    }

    /// An argument in the words of Keras 3.
    private func argument(_ value: JSONValue) throws(KerasModelError) -> CallArgument<TensorReference> {
        switch value {
        case .object(let members) where members["class_name"]?.string == "__keras_tensor__":
            return .tensor(try Self.reference(members["config"]?["keras_history"] ?? .null, at: location))
        case .array(let elements):
            var parts: [CallArgument<TensorReference>] = []
            for element in elements { parts.append(try argument(element)) }
            return Self.list(parts, value)
        case .object(let members):
            var parts: [CallArgument<TensorReference>] = []
            for key in members.keys.sorted() { parts.append(try argument(members[key] ?? .null)) }
            return Self.list(parts, value)
        default: return .constant(value)
        }
    }

    /// A list that holds tensors is one of arguments; any other is a constant as it stands.
    private static func list(
        _ parts: [CallArgument<TensorReference>],
        _ value: JSONValue
    ) -> CallArgument<TensorReference> {
        parts.contains { $0.constant == nil && $0 != .constant(.null) } ? .list(parts) : .constant(value)
    }

    /// An application in the words of Keras 1 and 2, where the named arguments stand behind the first tensor.
    private func nested(_ node: JSONValue) throws(KerasModelError) -> CallArguments<TensorReference> {
        var result = CallArguments<TensorReference>()
        var named: JSONValue?
        let argument = try first(node, &named)
        if case .list(let elements) = argument, elements.count == 1 {
            result.positional = elements
        } else {
            result.positional = [argument]
        }
        for (name, value) in named?.object ?? [:] { result.named[name] = try old(value) }
        return result
    }

    private func first(
        _ value: JSONValue,
        _ named: inout JSONValue?
    ) throws(KerasModelError) -> CallArgument<TensorReference> {
        if let elements = value.array {
            if elements.first?.string == "_CONSTANT_VALUE", elements.count >= 3 {
                if elements.count > 3, named == nil { named = elements[3] }
                return .constant(elements[2])
            }
            if elements.first?.string != nil {
                if elements.count > 3, named == nil { named = elements[3] }
                return .tensor(try Self.reference(value, at: location))
            }
            var parts: [CallArgument<TensorReference>] = []
            for element in elements { parts.append(try first(element, &named)) }
            return .list(parts)
        }
        guard let members = value.object else {
            throw .malformed("an inbound node is not [layer, application, tensor]", at: location)
        }
        var parts: [CallArgument<TensorReference>] = []
        for key in members.keys.sorted() { parts.append(try first(members[key] ?? .null, &named)) }
        return .list(parts)
    }

    /// A named argument in the words of Keras 2, where `["layer", 0, 0]` is a tensor if there is such a layer.
    private func old(_ value: JSONValue) throws(KerasModelError) -> CallArgument<TensorReference> {
        guard let elements = value.array else { return .constant(value) }
        if elements.count == 3, let name = elements[0].string, layers.contains(name), elements[1].integer != nil {
            return .tensor(try Self.reference(value, at: location))
        }
        var parts: [CallArgument<TensorReference>] = []
        for element in elements { parts.append(try old(element)) }
        return Self.list(parts, value)
    }
}
