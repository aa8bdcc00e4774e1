import Networks

/// The example.
public enum Demo {
    /// Makes it; returns the manifest's path.
    public static func make(
        in folder: String,
        threads: Int,
        progress: any AuditProgress,
        cancellation: Cancellation
    ) throws -> String { throw Audit.Missing() }
}
