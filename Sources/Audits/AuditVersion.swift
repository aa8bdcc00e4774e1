/// The version of LayerAudit, as reports and `--version` state it.
public enum AuditVersion {
    /// Semantic version.
    public static let current = "0.1.0"
}
