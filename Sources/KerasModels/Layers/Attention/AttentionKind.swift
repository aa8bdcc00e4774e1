import Networks

/// Attention without projections.
enum AttentionKind: KerasLayerKind {
    static let classNames = ["Attention", "AdditiveAttention"]
    static let summary = "softmax(score(query, key))·value, with dot, concatenated or additive scores."
    static let tensorCounts = 2...3
    static let takesMasks = true

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Attention {
        try config.checkAttentionCall()
        let (query, _, _) = try config.attentionTensors()
        let isAdditive = config.entry.className == "AdditiveAttention"
        let isScaled = try config.bool("use_scale", isAdditive)
        let score: Attention.Score
        switch (isAdditive, config.value("score_mode")?.string ?? "dot") {
        case (true, _): score = .additive(size: isScaled ? query.last : nil)
        case (false, "dot"): score = .dot(isScaled: isScaled)
        case (false, "concat"): score = .concatenated(isScaled: isScaled)
        default: throw config.malformed("score_mode", "'dot' or 'concat'")
        }
        let (called, built) = (try config.isCausal(), try config.bool("causal", false))
        return Attention(
            score,
            isCausal: called || built,
            masks: config.attentionMasks,
            dropout: try config.double("dropout", 0)
        )
    }

    static func stored(_ layer: Attention) -> [StoredParameter] {
        layer.parameters.map { StoredParameter($0.name, $0.shape) }
    }

    static func written(_ layer: Attention, className: String) -> WrittenLayer? {
        var options: [String: JSONValue] = ["dropout": .number(layer.dropout)]
        switch layer.score {
        case .additive(let size):
            options["use_scale"] = .bool(size != nil)
            return WrittenLayer("AdditiveAttention", options)
        case .dot(let isScaled):
            options["use_scale"] = .bool(isScaled)
            options["score_mode"] = .string("dot")
        case .concatenated(let isScaled):
            options["use_scale"] = .bool(isScaled)
            options["score_mode"] = .string("concat")
        }
        return WrittenLayer("Attention", options)
    }

    static func maskRule(_ layer: Attention, _ config: LayerConfig) throws(KerasModelError) -> MaskRule { .passed }
}
