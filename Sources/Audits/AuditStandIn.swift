import AuditCore
import Networks

/// Runs an audit.
public enum Audit {
    struct Missing: Error {}

    /// Runs.
    public static func run(
        _ manifest: AuditManifest,
        options: AuditOptions,
        progress: any AuditProgress,
        cancellation: Cancellation
    ) throws -> AuditResult { throw Missing() }

    /// Plans.
    public static func plan(_ manifest: AuditManifest, options: AuditOptions) throws -> AuditPlan { throw Missing() }
}
