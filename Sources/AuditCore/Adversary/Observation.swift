/// What an adversary reads off a model for each record, beyond its answer to the record.
public enum Observation: String, Sendable, Hashable, CaseIterable {
    /// Features that the transferred layers make of the record; the rest of the model is not seen.
    case layers
    /// How the record's loss would change each layer's weights; the whole model is seen.
    case gradients
    /// How the model's last layer uses the record's features, beside layers that never saw it; the whole model is seen.
    case influence
}
