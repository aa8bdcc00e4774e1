/// An operation called on tensors without a layer, in one form for Keras 2 and 3.
struct Operation {
    /// The name, as `OperationNames` has it.
    let name: String
    /// Tensors and constants in order.
    let operands: [CallArgument<TensorReference>]
    /// The other arguments, all constants.
    let options: [String: JSONValue]

    /// Reads an entry; nil when it is no operation that is understood, or is called more than once.
    init?(_ entry: LayerEntry) {
        let spelling: String?
        switch entry.className {
        case "TFOpLambda", "SlicingOpLambda": spelling = entry.options["function"]?.string
        case let other where other.hasPrefix(LayerEntryReader.operations): spelling = other
        default: spelling = nil
        }
        guard let spelling, let name = OperationNames.name(of: spelling), entry.applications.count == 1,
            let call = entry.applications.first
        else { return nil }
        self.name = name
        var operands = call.positional
        if operands.count == 1, case .list(let elements) = operands[0] { operands = elements }
        var options = entry.options
        for (key, argument) in call.named {
            // The second operand of TensorFlow's functions.
            if ["y", "bias"].contains(key) || !argument.tensors.isEmpty {
                guard ["y", "bias"].contains(key) else { return nil }
                operands.append(argument)
            } else if let value = argument.constant {
                options[key] = value
            }
        }
        self.operands = operands
        self.options = options
    }

    /// The tensors among the operands, in order.
    var tensors: [TensorReference] { operands.flatMap(\.tensors) }

    /// Whether one tensor is all it takes.
    var isUnary: Bool { operands.count == 1 && operands[0].tensor != nil }

    /// Whether an option is not given or has a value.
    func option(_ key: String, _ value: String) -> Bool { options[key].map { $0 == .string(value) } ?? true }

    /// Whether an option is not given or has a value.
    func option(_ key: String, _ value: Int) -> Bool { options[key].map { $0.integer == value } ?? true }
}

extension JSONValue {
    /// One finite number, or one per element of the last axis, all axes before it having length 1; nil otherwise.
    var lastAxisNumbers: [Double]? {
        let value = self["config"]?["value"] ?? self["value"] ?? self
        if let only = value.array, only.count == 1 { return only[0].lastAxisNumbers }
        let numbers = value.number.map { [$0] } ?? value.array?.map(\.number).compactMap(\.self) ?? []
        let count = value.array?.count ?? 1
        guard numbers.count == count, !numbers.isEmpty, numbers.allSatisfy(\.isFinite) else { return nil }
        return numbers
    }
}
