import Networks

/// Attentions side by side of which several share a key and a value.
enum GroupQueryAttentionKind: KerasLayerKind {
    static let classNames = ["GroupQueryAttention", "GroupedQueryAttention"]
    static let summary = "Attentions side by side; groups of the query's heads share key and value."
    static let tensorCounts = 0...3
    static let namedTensors = ["query", "value", "key"]
    static let takesMasks = true

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> MultiHeadAttention {
        try config.checkAttentionCall()
        let (query, value, key) = try config.attentionTensors()
        let (heads, shared) = (try config.count("num_query_heads"), try config.count("num_key_value_heads"))
        guard heads % shared == 0 else { throw config.malformed("num_key_value_heads", "a divisor of the heads") }
        return MultiHeadAttention(
            inputs: AttentionSizes(query: query.last ?? 0, value: value.last ?? 0, key: key.last),
            heads: heads,
            sharedHeads: shared,
            keySize: try config.count("head_dim"),
            hasBias: try config.bool("use_bias", true),
            hasGate: try config.bool("use_gate", false),
            isCausal: try config.isCausal(),
            reach: try config.attentionReach(),
            masks: config.attentionMasks,
            dropout: try config.double("dropout", 0)
        )
    }

    /// In Keras 3's files the names of the parts begin with an underscore.
    static func stored(_ layer: MultiHeadAttention) -> [StoredParameter] {
        .projections(layer) { $0 == "attention_output" ? "_output_dense" : "_\($0)_dense" }
    }

    static func written(_ layer: MultiHeadAttention, className: String) -> WrittenLayer? {
        guard layer.keySize == layer.valueSize, layer.outputs == layer.inputs.query else { return nil }
        var options: [String: JSONValue] = .attention(layer)
        options["num_query_heads"] = .integer(layer.heads)
        options["num_key_value_heads"] = .integer(layer.sharedHeads)
        options["head_dim"] = .integer(layer.keySize)
        return WrittenLayer("GroupQueryAttention", options)
    }

    static func maskRule(_ layer: MultiHeadAttention, _ config: LayerConfig) throws(KerasModelError) -> MaskRule {
        .passed
    }
}

extension [StoredParameter] {
    /// Kernel and bias of each projection, in the part that Keras names so.
    static func projections(_ layer: MultiHeadAttention, part: (String) -> String) -> [StoredParameter] {
        layer.projections.flatMap { projection in
            projection.parameters(hasBias: layer.hasBias).map {
                StoredParameter($0.name, $0.shape, path: [part(projection.name)])
            }
        }
    }
}

extension [String: JSONValue] {
    /// The options that all attentions with projections share.
    static func attention(_ layer: MultiHeadAttention) -> [String: JSONValue] {
        var options: [String: JSONValue] = ["use_bias": .bool(layer.hasBias), "dropout": .number(layer.dropout)]
        if layer.hasGate { options["use_gate"] = .bool(true) }
        if let reach = layer.reach { options["sliding_window"] = .integer(reach) }
        return options
    }
}
