/// What an adversary can reach.
public enum Access: String, Sendable, Hashable, Codable, CaseIterable {
    /// The predicted label of the source model for any input.
    case sourceLabels = "source-labels"
    /// The prediction vector of the source model for any input.
    case sourceScores = "source-scores"
    /// The parameters of the transferred layers.
    case transferredWeights = "transferred-weights"
    /// The parameters of the whole source model.
    case sourceWeights = "source-weights"
    /// The parameters of the whole source model at several points of its training.
    case sourceCheckpoints = "source-checkpoints"
    /// The prediction vector of the target model for any input.
    case targetScores = "target-scores"

    /// The sentence the report prints.
    public var sentence: Phrase { Phrase(key: "access.\(rawValue)") }
}
