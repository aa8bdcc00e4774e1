/// What private training did, to be held against what an accountant is told.
public struct PrivateTrainingTrace: Sendable, Hashable {
    /// σ and C.
    public let settings: PrivacySettings
    /// N, q and T as planned.
    public let sampling: PoissonSampling
    /// P, the number of trained values.
    public let parameterCount: Int
    /// For each step taken, how many units it drew.
    public internal(set) var sampledCounts: [Int] = []
    /// Largest norm that a unit added to a sum, measured after clipping; at most C but for rounding.
    public internal(set) var largestClippedNorm = 0.0
    /// Most rows that a unit brought into a step.
    public internal(set) var mostRowsOfUnit = 0
    /// Sum of the squares of all noise that was added to the sums, over all steps and trained values.
    public internal(set) var noiseSquares = 0.0

    /// Starts an account.
    init(settings: PrivacySettings, sampling: PoissonSampling, parameterCount: Int) {
        self.settings = settings
        self.sampling = sampling
        self.parameterCount = parameterCount
    }

    /// Steps taken, empty draws included.
    public var steps: Int { sampledCounts.count }

    /// Measured standard deviation of the noise in units of C; nil before the first step.
    public var measuredNoiseMultiplier: Double? {
        guard steps > 0, parameterCount > 0 else { return nil }
        return (noiseSquares / Double(steps * parameterCount)).squareRoot() / settings.clippingBound
    }
}
