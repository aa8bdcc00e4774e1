import AuditCore
import Networks
import Policies

extension Audit {
    /// Measures leakage and the recipient's usefulness against how many layers are shared.
    ///
    /// - Parameters:
    ///   - manifest: what is audited; its `depth` narrows the cuts.
    ///   - options: device, threads, policy and store, as the command line gives them.
    ///   - progress: told how far the work is.
    ///   - cancellation: ends it early.
    /// - Returns: the curve, with the deepest cut that stays inside the policy.
    /// - Throws: a `DiagnosticError` of the boundary that failed.
    public static func depth(
        _ manifest: AuditManifest,
        options: AuditOptions,
        progress: any AuditProgress,
        cancellation: Cancellation
    ) throws -> DepthCurve {
        let session = Session(manifest, options: options, progress: progress, cancellation: cancellation)
        for note in manifest.notes { progress.note(note.text) }
        let policy = try PolicyCatalog.policy(
            options.policy ?? manifest.policy,
            knownAttacks: AuditAttacks.descriptors
        )
        return try DepthSurvey(session, policy).curve()
    }
}
