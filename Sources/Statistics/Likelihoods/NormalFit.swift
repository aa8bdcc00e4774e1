/// A normal distribution fitted to a few values.
public struct NormalFit: Sendable, Hashable {
    /// μ.
    public let mean: Double
    /// σ > 0.
    public let standardDeviation: Double

    /// A spread of nothing would make every value certain: no fit is narrower than this.
    public static let narrowest = 1e-6

    /// A distribution; a standard deviation below `narrowest` counts as that.
    public init(mean: Double, standardDeviation: Double) {
        self.mean = mean
        self.standardDeviation = max(standardDeviation, Self.narrowest)
    }
}
