import Diagnostics

/// Writes what the layers of one model are called with.
struct CallWriter {
    /// Who is to read it, where the two differ.
    let generation: KerasGeneration
    /// The model's layers by name.
    let members: [String: WrittenModel.Member]

    /// The names of the tensors a class takes one after the other, for Keras 2, which writes the first one alone in its
    /// place.
    private static let names = ["MultiHeadAttention": ["query", "value", "key"], "TFOpLambda": ["x", "y"]]

    /// The classes whose only tensor does not stand in a list in Keras 2.
    private static let bare: Set<String> = ["TFOpLambda", "SlicingOpLambda"]

    /// One application.
    ///
    /// - Throws: `notWritable` where Keras 2 cannot say it.
    func node(
        _ call: CallArguments<TensorReference>,
        of member: WrittenModel.Member
    ) throws(KerasModelError) -> JSONValue {
        var className = ""
        if case .layer(let plan) = member.content { className = plan.className }
        let isPlain = call.named.values.allSatisfy(\.tensors.isEmpty) && !Self.bare.contains(className)
        if isPlain, call.positional.count == 1, let tensors = call.positional.first?.plainTensors {
            let constants = JSONValue.object(call.named.mapValues { argument($0) })
            return .array(tensors.map { .array((reference($0).array ?? []) + [constants]) })
        }
        guard generation == .two else {
            return .object([
                "args": .array(call.positional.map { argument($0) }),
                "kwargs": .object(call.named.mapValues { argument($0) }),
            ])
        }
        var named = call.named
        for (position, argument) in call.positional.enumerated().dropFirst() {
            guard let names = Self.names[className], names.indices.contains(position) else {
                throw KerasModelError(
                    .notWritable,
                    "Keras 2 has no form for what \(className) is called with",
                    at: .layer(member.name, file: ""),
                    remedy: "Write the model for Keras 3."
                )
            }
            named[names[position]] = argument
        }
        var first = call.positional.first
        if first == nil, let name = Self.names[className]?.first { first = named.removeValue(forKey: name) }
        let start: [JSONValue] =
            switch first {
            case .constant(let value): [.string("_CONSTANT_VALUE"), .integer(-1), value]
            case let other: other?.tensors.first.flatMap { reference($0).array } ?? []
            }
        let node = JSONValue.array(start + [.object(named.mapValues { argument($0) })])
        return Self.bare.contains(className) ? node : .array([node])
    }

    /// A tensor as `[layer, application, tensor]`.
    func reference(_ tensor: TensorReference, isOutput: Bool = false) -> JSONValue {
        .array([.string(tensor.layer), .integer(number(tensor, isOutput)), .integer(tensor.tensor)])
    }

    /// How the application of a layer is counted.
    ///
    /// The applications of a model inside start at 1 in Keras 2, and in Keras 3 at 0, or for outputs of Functional ones at
    /// 1. A model that is applied once is therefore written as applied twice to the same tensors: the number 1 then means
    /// one or the other, which are the same.
    private func number(_ tensor: TensorReference, _ isOutput: Bool) -> Int {
        guard let member = members[tensor.layer], case .model(let model) = member.content else {
            return tensor.application
        }
        if member.calls.count == 1 { return 1 }
        let isShifted = generation == .two || isOutput && !model.isSequential
        return tensor.application + (isShifted ? 1 : 0)
    }

    private func argument(_ argument: CallArgument<TensorReference>) -> JSONValue {
        switch argument {
        case .constant(let value): value
        case .list(let elements): .array(elements.map { self.argument($0) })
        case .tensor(let tensor):
            generation == .two
                ? reference(tensor)
                : .object([
                    "class_name": .string("__keras_tensor__"),
                    "config": .object([
                        "shape": .array([.null]), "dtype": .string("float32"), "keras_history": reference(tensor),
                    ]),
                ])
        }
    }
}

extension CallArgument {
    /// The tensors of one tensor or of a list of tensors alone; nil for anything else.
    fileprivate var plainTensors: [Tensor]? {
        switch self {
        case .tensor(let tensor): return [tensor]
        case .constant: return nil
        case .list(let elements):
            let tensors = elements.compactMap(\.tensor)
            return tensors.count == elements.count && !tensors.isEmpty ? tensors : nil
        }
    }
}
