/// What a pooling takes of each window.
public enum PoolingKind: String, Sendable, Hashable, CaseIterable {
    /// The largest value.
    case max
    /// The mean.
    case average
}
