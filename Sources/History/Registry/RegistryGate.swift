import GRDB

/// What one gate said in an audit of the registry.
public struct RegistryGate: Codable, Sendable, Hashable, FetchableRecord, PersistableRecord {
    /// The table.
    public static let databaseTableName = "gate"

    /// The audit's number.
    public let audit: Int64
    /// The gate's place in the policy, from 0.
    public let place: Int
    /// The gate's id.
    public let gate: String
    /// The gate's title.
    public let title: String
    /// `pass`, `fail` or `inconclusive`.
    public let result: String
    /// Whether a waiver counted.
    public let isWaived: Bool
    /// The statistic judged.
    public let statistic: String
    /// `at-most` or `at-least`.
    public let bound: String
    /// The threshold.
    public let threshold: Double
    /// The level of the interval.
    public let confidence: Double
    /// The severity.
    public let severity: String
    /// The figure that decided; nil where there was none.
    public let measured: Double?
    /// The lower end of its interval.
    public let low: Double?
    /// The upper end.
    public let high: Double?
    /// The attack that measured it.
    public let attack: String?
    /// The approach.
    public let approach: String?
    /// Records per shadow training set.
    public let shadowSize: Int?
}
