import Networks

/// Trained vectors of a vocabulary.
enum EmbeddingKind: KerasLayerKind {
    static let classNames = ["Embedding"]
    static let summary = "A trained vector for each index of a vocabulary; index 0 may mask a step."

    /// Above this an index is no longer exact as a float.
    private static let largestVocabulary = 1 << 24

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Embedding {
        guard let vocabulary = config.value("input_dim")?.integer, (1...largestVocabulary).contains(vocabulary) else {
            throw config.malformed("input_dim", "a whole number from 1 to \(largestVocabulary)")
        }
        guard config.value("lora_rank") == nil else {
            throw config.unsupported(
                "lora_rank",
                "given",
                remedy: "Merge the adapter into the embedding and save again."
            )
        }
        return Embedding(vocabulary: vocabulary, size: try config.count("output_dim"))
    }

    static func stored(_ layer: Embedding) -> [StoredParameter] {
        [StoredParameter("embeddings", [layer.vocabulary, layer.size])]
    }

    static func written(_ layer: Embedding, className: String) -> WrittenLayer? {
        WrittenLayer("Embedding", ["input_dim": .integer(layer.vocabulary), "output_dim": .integer(layer.size)])
    }

    static func maskRule(_ layer: Embedding, _ config: LayerConfig) throws(KerasModelError) -> MaskRule {
        try config.bool("mask_zero", false) ? .made(StepMaskSource(.values(otherThan: 0))) : .dropped
    }
}
