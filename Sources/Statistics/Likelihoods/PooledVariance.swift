/// The variance shared by many small groups, each with its own mean: Σ(n_i − 1) s_i² / Σ(n_i − 1).
///
/// Carlini et al. 2022 (section VI-B, figure 9) take one variance for all records where there are few shadow models.
public struct PooledVariance: Sendable {
    private var squares = 0.0
    private var freedom = 0

    /// No groups yet.
    public init() {}

    /// Adds a group; a group of one says nothing.
    public mutating func add(_ group: Moments) {
        guard group.count > 1, group.squares.isFinite else { return }
        squares += group.squares
        freedom += group.count - 1
    }

    /// The standard deviation; nil where no group had two values.
    public var standardDeviation: Double? { freedom > 0 ? (squares / Double(freedom)).squareRoot() : nil }
}
