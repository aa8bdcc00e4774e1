import AuditCore
import Audits
import Testing

extension AuditResult {
    /// Expects all figures, and what follows from them, to be the same; times and costs may differ.
    func expectSame(_ other: AuditResult) {
        let (first, second) = (record, other.record)
        #expect(first.measurements == second.measurements)
        #expect(first.classMeasurements == second.classMeasurements)
        #expect(first.outcomes == second.outcomes)
        #expect(first.checks == second.checks)
        #expect(first.judgement == second.judgement)
        #expect(first.findings == second.findings)
        #expect(first.figures == second.figures)
        #expect(scores.runs.map(\.scores) == other.scores.runs.map(\.scores))
        #expect(scores.source == other.scores.source)
        #expect(scores.target == other.scores.target)
    }
}
