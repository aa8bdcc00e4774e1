import Audits
import Reports

/// One planted audit, run once with its reports and shared by every test that only reads it.
struct FinishedAudit: Sendable {
    let audit: PlantedAudit
    let result: AuditResult
    let folder: String

    /// The default audit: three attacks, the black-box target and the trivial control.
    static let standard: Result<FinishedAudit, any Error> = Result { try FinishedAudit(PlantedAudit()) }

    init(_ audit: PlantedAudit) throws {
        self.audit = audit
        result = try audit.run()
        folder = try audit.output
        _ = try ReportFiles.write(result.record, to: folder)
    }
}
