import AuditCore
import Policies

extension Budget {
    /// The session with as much of its manifest as the budget of its options allows, and what was left out.
    ///
    /// - Parameter estimate: made only where there is a budget.
    /// - Throws: `AuditError.budgetTooSmall`, what fitting the manifest to the data throws, or what the trial throws.
    static func fit(
        _ session: Session,
        _ materials: Materials,
        required: [AttackReference],
        estimate: @autoclosure () throws -> WorkEstimate
    ) throws -> (session: Session, skips: [Skip]) {
        guard let seconds = session.options.budget else { return (session, []) }
        let estimate = try estimate()
        let fitted = try Budget(seconds: seconds).fit(
            session.manifest,
            required: required,
            secondsPerStep: estimate.coreSeconds(1) / Double(session.threads)
        ) { manifest in estimate.workload(manifest, try materials.plans(manifest).plans) }
        var session = session
        session.manifest = fitted.manifest
        return (session, fitted.skips)
    }
}
