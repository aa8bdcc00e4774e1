import Networks

/// Attentions with projections, several side by side.
enum MultiHeadAttentionKind: KerasLayerKind {
    static let classNames = ["MultiHeadAttention"]
    static let summary = "Attentions side by side, each over projections of its own."
    static let tensorCounts = 0...3
    static let namedTensors = ["query", "value", "key", "attention_mask"]
    static let takesMasks = true

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> MultiHeadAttention {
        try config.checkAttentionCall(takesPairMask: true)
        let (query, value, key) = try config.attentionTensors()
        try checkAxes(config, rank: query.count + 1)
        let keySize = try config.count("key_dim")
        return MultiHeadAttention(
            inputs: AttentionSizes(query: query.last ?? 0, value: value.last ?? 0, key: key.last),
            heads: try config.count("num_heads"),
            keySize: keySize,
            valueSize: try config.count("value_dim", keySize),
            outputs: try outputs(config),
            hasBias: try config.bool("use_bias", true),
            hasGate: try config.bool("use_gate", false),
            isCausal: try config.isCausal(),
            reach: try config.attentionReach(),
            hasPairMask: config.pairMask != nil,
            masks: config.attentionMasks,
            dropout: try config.double("dropout", 0)
        )
    }

    /// Attention runs over all axes between records and values, unless the file says otherwise.
    private static func checkAxes(_ config: LayerConfig, rank: Int) throws(KerasModelError) {
        guard let value = config.value("attention_axes") else { return }
        let axes = value.integer.map { [$0] } ?? value.array?.compactMap(\.integer) ?? []
        guard axes.map({ $0 < 0 && $0 >= -rank ? $0 + rank : $0 }) == Array(1..<rank - 1) else {
            throw config.unsupported(
                "attention_axes",
                "\(axes)",
                remedy: "Let the attention run over all axes between records and values."
            )
        }
    }

    private static func outputs(_ config: LayerConfig) throws(KerasModelError) -> Int? {
        guard let value = config.value("output_shape") else { return nil }
        guard value.integer == nil else { return try config.count("output_shape") }
        guard value.array?.count == 1 else {
            throw config.unsupported("output_shape", "several axes", remedy: "Use one size, and a Reshape behind it.")
        }
        return try config.counts("output_shape", axes: 1)[0]
    }

    /// In Keras 3's files the gate's part alone begins with an underscore.
    static func stored(_ layer: MultiHeadAttention) -> [StoredParameter] {
        let parts = ["gate": "_gate_dense", "attention_output": "output_dense"]
        return .projections(layer) { parts[$0] ?? "\($0)_dense" }
    }

    static func written(_ layer: MultiHeadAttention, className: String) -> WrittenLayer? {
        guard layer.sharedHeads == layer.heads else { return nil }
        var options: [String: JSONValue] = .attention(layer)
        options["num_heads"] = .integer(layer.heads)
        options["key_dim"] = .integer(layer.keySize)
        options["value_dim"] = .integer(layer.valueSize)
        options["output_shape"] = .integers([layer.outputs])
        return WrittenLayer("MultiHeadAttention", options)
    }

    /// Keras 3 deletes the masks of what it attends to.
    static func maskRule(_ layer: MultiHeadAttention, _ config: LayerConfig) throws(KerasModelError) -> MaskRule {
        config.kerasMajor >= 3 ? .taken : .passed
    }
}
