/// What an adversary reads off a model for each record, beyond its answer to the record.
public enum Observation: String, Sendable, Hashable, CaseIterable {
    /// Features that the transferred layers make of the record; the rest of the model is not seen.
    case layers
}
