/// Where an attack learns what answers for members look like.
public enum Calibration: String, Sendable, Hashable, CaseIterable {
    /// In each class of the source task by itself.
    case perClass = "per-class"
    /// Over all records at once.
    case global
    /// For each record, from shadow models that were or were not trained on it.
    case perRecord = "per-record"
}
