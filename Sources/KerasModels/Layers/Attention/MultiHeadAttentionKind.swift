import Networks

/// Attentions with projections, several side by side.
enum MultiHeadAttentionKind: KerasLayerKind {
    static let classNames = ["MultiHeadAttention", "GroupQueryAttention", "GroupedQueryAttention"]
    static let summary = "Attentions side by side, each over projections of its own; grouped ones share key and value."
    static let tensorCounts = 0...3
    static let namedTensors = ["query", "value", "key"]
    static let takesMasks = true

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> MultiHeadAttention {
        try config.checkAttentionCall()
        let (query, value, key) = try config.attentionTensors()
        try checkAxes(config, rank: query.count + 1)
        let isGrouped = config.entry.className != "MultiHeadAttention"
        let keySize = try config.count(isGrouped ? "head_dim" : "key_dim")
        let heads = try config.count(isGrouped ? "num_query_heads" : "num_heads")
        let shared = isGrouped ? try config.count("num_key_value_heads") : heads
        guard heads % shared == 0 else { throw config.malformed("num_key_value_heads", "a divisor of the heads") }
        return MultiHeadAttention(
            inputs: AttentionSizes(query: query.last ?? 0, value: value.last ?? 0, key: key.last),
            heads: heads,
            sharedHeads: shared,
            keySize: keySize,
            valueSize: isGrouped ? keySize : try config.count("value_dim", keySize),
            outputs: try outputs(config),
            hasBias: try config.bool("use_bias", true),
            hasGate: try config.bool("use_gate", false),
            isCausal: try config.isCausal(),
            reach: config.value("sliding_window") == nil ? nil : try config.count("sliding_window"),
            masks: config.attentionMasks,
            dropout: try config.double("dropout", 0)
        )
    }

    /// Attention runs over all axes between records and values, unless the file says otherwise.
    private static func checkAxes(_ config: LayerConfig, rank: Int) throws(KerasModelError) {
        guard let value = config.value("attention_axes") else { return }
        let axes = value.integer.map { [$0] } ?? value.array?.compactMap(\.integer) ?? []
        guard axes.map({ $0 < 0 ? $0 + rank : $0 }) == Array(1..<rank - 1) else {
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
        return layer.projections.flatMap { projection in
            projection.parameters(hasBias: layer.hasBias).map {
                StoredParameter($0.name, $0.shape, path: [parts[projection.name] ?? "\(projection.name)_dense"])
            }
        }
    }

    static func written(_ layer: MultiHeadAttention, className: String) -> WrittenLayer? {
        var options: [String: JSONValue] = ["use_bias": .bool(layer.hasBias), "dropout": .number(layer.dropout)]
        if layer.hasGate { options["use_gate"] = .bool(true) }
        if let reach = layer.reach { options["sliding_window"] = .integer(reach) }
        if layer.sharedHeads != layer.heads {
            guard layer.keySize == layer.valueSize, layer.outputs == layer.inputs.query else { return nil }
            options["num_query_heads"] = .integer(layer.heads)
            options["num_key_value_heads"] = .integer(layer.sharedHeads)
            options["head_dim"] = .integer(layer.keySize)
            return WrittenLayer("GroupQueryAttention", options)
        }
        options["num_heads"] = .integer(layer.heads)
        options["key_dim"] = .integer(layer.keySize)
        options["value_dim"] = .integer(layer.valueSize)
        options["output_shape"] = .integers([layer.outputs])
        return WrittenLayer("MultiHeadAttention", options)
    }

    /// Keras 3 deletes the masks of what it attends to.
    static func maskRule(_ layer: MultiHeadAttention, _ config: LayerConfig) throws(KerasModelError) -> MaskRule {
        config.kerasMajor >= 3 && config.entry.className == "MultiHeadAttention" ? .taken : .passed
    }
}
