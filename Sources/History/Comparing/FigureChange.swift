import AuditCore
import Statistics

/// One figure of an old audit beside that of a new one, with a test of the difference.
public struct FigureChange: Sendable, Hashable {
    /// The old figure; nil where there is none.
    public let old: AuditCore.Measurement?
    /// The new figure; nil where there is none.
    public let new: AuditCore.Measurement?
    /// New minus old, with its interval and p-value; nil where they cannot be compared.
    public let test: IndependentDifference.Result?
    /// The p-value after Holm's correction over everything that was looked at; nil without a test.
    public internal(set) var adjustedP: Double?
    /// What it shows.
    public internal(set) var change: Change
    /// Why the figures cannot be compared; nil where they can.
    public let obstacle: String?

    /// Compares two figures of the same statistic.
    ///
    /// - Parameter confidence: of the difference's interval.
    init(old: AuditCore.Measurement?, new: AuditCore.Measurement?, confidence: Double) {
        self.old = old
        self.new = new
        let obstacle = Self.obstacle(old, new)
        let test =
            obstacle == nil
            ? Self.estimate(new).flatMap { new in
                Self.estimate(old).flatMap { IndependentDifference.test(new, $0, confidence: confidence) }
            } : nil
        self.test = test
        let same = old?.value != nil && old?.value == new?.value && old?.interval == new?.interval
        change = test != nil || (obstacle == nil && same) ? .noDifference : .notComparable
        self.obstacle = obstacle ?? (change == .notComparable ? "neither figure has any spread" : nil)
    }

    private static func obstacle(_ old: AuditCore.Measurement?, _ new: AuditCore.Measurement?) -> String? {
        guard let old, let new else { return "measured in the \(new == nil ? "old" : "new") audit alone" }
        if old.statistic == .epsilonLowerBound {
            return "a lower bound has no interval that two of them could be held against"
        }
        guard old.value != nil, new.value != nil else {
            return "without a value in the \(old.value == nil ? "old" : "new") audit"
        }
        guard old.interval != nil, new.interval != nil else {
            return "without an interval in the \(old.interval == nil ? "old" : "new") audit"
        }
        return nil
    }

    private static func estimate(_ measurement: AuditCore.Measurement?) -> IndependentDifference.Estimate? {
        guard let value = measurement?.value, let interval = measurement?.interval else { return nil }
        return IndependentDifference.Estimate(
            value: value,
            low: min(interval.low, value),
            high: max(interval.high, value),
            confidence: interval.confidence
        )
    }

    /// Judges the difference with its corrected p-value.
    ///
    /// - Parameter bound: on which side a figure is favourable.
    mutating func judge(adjustedP: Double, bound: Bound, confidence: Double) {
        guard let test else { return }
        self.adjustedP = adjustedP
        guard adjustedP < 1 - confidence else { return }
        change = (test.difference < 0) == (bound == .atMost) ? .better : .worse
    }
}
