import GRDB

/// One audit as the registry keeps it.
public struct RegistryAudit: Codable, Sendable, Hashable, FetchableRecord, PersistableRecord {
    /// The table.
    public static let databaseTableName = "audit"

    /// The number under which it is found; nil before it is recorded.
    public var number: Int64?
    /// When it was recorded, ISO 8601 in UTC.
    public let recorded: String
    /// When it ended, ISO 8601 in UTC.
    public let finished: String
    /// The audit's title.
    public let title: String
    /// The source model's name.
    public let model: String
    /// SHA-256 of the source model's file; empty where the record has none.
    public let modelDigest: String
    /// The last transferred layer.
    public let cut: String
    /// The release context.
    public let release: String
    /// The policy's id.
    public let policy: String
    /// SHA-256 of the policy.
    public let policyDigest: String
    /// The profile.
    public let profile: String
    /// The seed, as a decimal.
    public let seed: String
    /// The version of LayerAudit.
    public let tool: String
    /// The verdict.
    public let verdict: String
    /// The exit code.
    public let exitCode: Int
    /// The reason of the verdict in one sentence.
    public let reason: String
    /// SHA-256 of `report.xml`, by which an audit is recorded once.
    public let reportDigest: String
    /// Where `report.xml` was, as an absolute path.
    public let report: String
}
