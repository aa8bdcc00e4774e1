/// How useful a hardened model is: an accuracy, and how far it is from that of the model it is compared with.
public struct TrialUtility: Sendable, Hashable {
    /// Whose accuracy.
    public enum Measure: String, Sendable, Hashable, CaseIterable {
        /// The source model's on the non-members.
        case source
        /// A target model's, built on the transferred layers, on the recipient's test records.
        case recipient
    }

    /// Whose accuracy.
    public let measure: Measure
    /// How the recipient uses the layers; `none` for the source model.
    public let approach: Approach
    /// Share of right answers, in [0, 1].
    public let accuracy: Double
    /// Its interval (Clopper–Pearson).
    public let interval: Interval
    /// Number of records N.
    public let records: Int
    /// Accuracy minus that of the model it is compared with, on the same records; nil for that model itself.
    public let difference: Double?
    /// The difference's interval, for paired records; nil with `difference`.
    public let differenceInterval: Interval?

    /// Records an accuracy.
    public init(
        measure: Measure,
        approach: Approach,
        accuracy: Double,
        interval: Interval,
        records: Int,
        difference: Double? = nil,
        differenceInterval: Interval? = nil
    ) {
        self.measure = measure
        self.approach = approach
        self.accuracy = accuracy
        self.interval = interval
        self.records = records
        self.difference = difference
        self.differenceInterval = differenceInterval
    }
}
