import Networks

extension LayerConfig {
    /// Whether the layer is called so that a step sees only what came before it.
    func isCausal() throws(KerasModelError) -> Bool {
        guard let value = arguments.named["use_causal_mask"]?.constant else { return false }
        guard let bool = value.bool else { throw malformed("use_causal_mask", "true or false") }
        return bool
    }

    /// How near a value's step must be to be seen; nil for any distance.
    func attentionReach() throws(KerasModelError) -> Int? {
        value("sliding_window") == nil ? nil : try count("sliding_window")
    }

    /// Which of query, value and key come with masks.
    var attentionMasks: AttentionMasks {
        var result: AttentionMasks = []
        let own = masks.dropLast(pairMask == nil ? 0 : 1)
        for (one, mask) in zip([AttentionMasks.query, .value, .key], own) where mask != nil { result.insert(one) }
        return result
    }

    /// The mask that says for each pair of steps whether one may see the other; nil without one.
    var pairMask: Int? { arguments.named["attention_mask"]?.tensor }

    /// The shapes of query, value and key, without the masks.
    func attentionTensors() throws(KerasModelError) -> (query: [Int], value: [Int], key: [Int]) {
        let tensors = inputs.dropLast(masks.compactMap(\.self).count + (pairMask == nil ? 0 : 1))
        guard (2...3).contains(tensors.count), tensors.allSatisfy({ $0.count >= 2 }) else {
            throw KerasModelError(
                .shapeMismatch,
                "\(entry.className) takes query, value and perhaps key as sequences, gets the shapes \(inputs)",
                at: location,
                remedy: "Check the model's configuration; the file may have been edited."
            )
        }
        return (tensors[0], tensors[1], tensors.count > 2 ? tensors[2] : tensors[1])
    }

    /// Refuses what changes an attention's answer in ways that are not supported.
    func checkAttentionCall(takesPairMask: Bool = false) throws(KerasModelError) {
        for name in ["attention_mask", "query_mask", "value_mask", "key_mask", "mask"] {
            if takesPairMask, name == "attention_mask", pairMask != nil { continue }
            guard arguments.named[name]?.tensors.isEmpty ?? true else {
                throw unsupported(name, "given", remedy: "Let Embedding or Masking layers make the masks.")
            }
        }
        guard arguments.named["return_attention_scores"]?.constant?.bool != true else {
            throw unsupported("return_attention_scores", "true", remedy: "Call the layer for its answer alone.")
        }
    }
}
