import Networks

extension LayerConfig {
    /// An activation function whose option may be absent in files of old Keras versions.
    func activation(_ key: String, absent: ActivationFunction) throws(KerasModelError) -> ActivationFunction {
        entry.options[key] == nil ? absent : try activation(key)
    }

    /// The function of a recurrent layer's gates.
    func gate() throws(KerasModelError) -> ActivationFunction {
        try activation("recurrent_activation", absent: .sigmoid)
    }

    /// What training drops in a recurrent layer.
    func recurrentDropout() throws(KerasModelError) -> RecurrentDropout {
        RecurrentDropout(inputs: try double("dropout", 0), states: try double("recurrent_dropout", 0))
    }
}

extension [String: JSONValue] {
    /// A recurrent cell's options that all cells share.
    static func cell(
        hasBias: Bool,
        activation: ActivationFunction,
        gate: ActivationFunction? = nil,
        dropout: RecurrentDropout
    ) -> [String: JSONValue]? {
        guard let name = KerasActivation.name(of: activation) else { return nil }
        var options: [String: JSONValue] = [
            "use_bias": .bool(hasBias), "activation": .string(name), "dropout": .number(dropout.inputs),
            "recurrent_dropout": .number(dropout.states),
        ]
        guard let gate else { return options }
        guard let gateName = KerasActivation.name(of: gate) else { return nil }
        options["recurrent_activation"] = .string(gateName)
        return options
    }
}
