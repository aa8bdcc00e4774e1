/// A two-sided confidence interval.
public struct Interval: Sendable, Hashable {
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double
    /// The confidence level, in (0, 1), such as 0.95.
    public let confidence: Double

    /// Makes an interval.
    public init(low: Double, high: Double, confidence: Double) {
        self.low = low
        self.high = high
        self.confidence = confidence
    }

    /// Whether a value lies within, the ends included.
    public func covers(_ value: Double) -> Bool { low <= value && value <= high }
}
