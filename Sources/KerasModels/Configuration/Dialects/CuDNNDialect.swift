/// Puts the recurrent layers that were made for NVIDIA's library into the words of the ones that compute the same.
enum CuDNNDialect {
    private static let classes = ["CuDNNLSTM": "LSTM", "CuDNNGRU": "GRU"]

    /// Class and options of a layer, which stay what they are for all others; so too of the layers a wrapper holds.
    static func translate(
        _ className: String,
        _ options: [String: JSONValue]
    ) -> (className: String, options: [String: JSONValue]) {
        var result = options
        for key in ["layer", "backward_layer"] {
            guard var inner = options[key]?.object, let stated = inner["class_name"]?.string, classes[stated] != nil,
                let own = inner["config"]?.object
            else { continue }
            let (plain, changed) = translate(stated, own)
            inner["class_name"] = .string(plain)
            inner["config"] = .object(changed)
            result[key] = .object(inner)
        }
        guard let plain = classes[className] else { return (className, result) }
        result["activation"] = .string("tanh")
        result["recurrent_activation"] = .string("sigmoid")
        result["use_bias"] = .bool(true)
        if plain == "GRU" { result["reset_after"] = .bool(true) }
        return (plain, result)
    }
}
