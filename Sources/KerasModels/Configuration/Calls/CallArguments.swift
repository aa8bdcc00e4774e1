/// What a layer is called with at one of its applications.
struct CallArguments<Tensor: Sendable & Hashable>: Sendable, Hashable {
    /// The arguments in order; constants stand in their places, as in `1 - x`.
    var positional: [CallArgument<Tensor>] = []
    /// The named ones, such as `initial_state` or `use_causal_mask`.
    var named: [String: CallArgument<Tensor>] = [:]

    /// The tensors among the positional arguments, in order.
    var tensors: [Tensor] { positional.flatMap(\.tensors) }

    /// All tensors, in the order in which Keras visits them: by position, then by name.
    var all: [Tensor] { tensors + named.keys.sorted().flatMap { named[$0]?.tensors ?? [] } }

    /// The same call on other tensors.
    func map<Other>(
        _ change: (Tensor) throws(KerasModelError) -> Other
    ) throws(KerasModelError) -> CallArguments<Other> {
        var result = CallArguments<Other>()
        for argument in positional { result.positional.append(try argument.map(change)) }
        for (name, argument) in named { result.named[name] = try argument.map(change) }
        return result
    }
}
