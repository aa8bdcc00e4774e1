/// One argument of a layer's call: a tensor, a constant, or several of them.
///
/// In a configuration a tensor is a `TensorReference`; what a layer is built from has its place among `inputs` instead.
indirect enum CallArgument<Tensor: Sendable & Hashable>: Sendable, Hashable {
    case tensor(Tensor)
    case constant(JSONValue)
    case list([CallArgument<Tensor>])

    /// All tensors in it, in order.
    var tensors: [Tensor] {
        switch self {
        case .tensor(let tensor): [tensor]
        case .constant: []
        case .list(let elements): elements.flatMap(\.tensors)
        }
    }

    /// The only tensor in it; nil for anything else.
    var tensor: Tensor? { if case .tensor(let tensor) = self { tensor } else { nil } }

    /// The constant; nil for anything else, and for null.
    var constant: JSONValue? { if case .constant(let value) = self, value != .null { value } else { nil } }

    /// The same argument with other tensors in its place.
    func map<Other>(
        _ change: (Tensor) throws(KerasModelError) -> Other
    ) throws(KerasModelError) -> CallArgument<Other> {
        switch self {
        case .tensor(let tensor): return .tensor(try change(tensor))
        case .constant(let value): return .constant(value)
        case .list(let elements):
            var changed: [CallArgument<Other>] = []
            for element in elements { changed.append(try element.map(change)) }
            return .list(changed)
        }
    }
}
