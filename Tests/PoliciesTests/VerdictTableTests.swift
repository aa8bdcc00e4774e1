import AuditCore
import Testing

@testable import Policies

/// The table of DESIGN.md section 8.
@Suite struct VerdictTableTests {
    @Test(arguments: VerdictRow.all(thresholds: [0.55, 0.6, 0.75]))
    func verdictAndExitCode(_ row: VerdictRow) throws {
        let judgement = try #require(row.judgement)
        #expect(judgement.gates.map(\.outcome) == [row.outcome])
        #expect(judgement.gates.map(\.isWaived) == [row.isWaived])
        #expect(judgement.verdict == row.verdict)
        #expect(Int(judgement.verdict.exitCode) == row.exitCode)
        #expect(judgement.missing.isEmpty == ![.missingAttack, .missingAttackWaived].contains(row.condition))
        // A waiver never lowers the risk, and what was not decided is never a small one.
        let likelihood: RiskLevel = row.outcome == .fail ? .maximum : .significant
        if row.outcome != .pass { #expect(judgement.gates[0].risk?.likelihood == likelihood) }
    }

    @Test func everyCaseOccurs() {
        let rows = VerdictRow.all(thresholds: [0.6])
        #expect(rows.count == 2 * 6 * 12)
        #expect(Set(rows.map(\.verdict)) == Set(Verdict.allCases))
        #expect(Set(rows.map(\.exitCode)) == [0, 1, 2, 3])
    }

    @Test func worstOfSeveralAudits() {
        #expect(Verdict.worst(of: []) == .pass)
        #expect(Verdict.worst(of: [.pass, .inconclusive]) == .inconclusive)
        #expect(Verdict.worst(of: [.incomplete, .inconclusive]) == .incomplete)
        #expect(Verdict.worst(of: [.fail, .incomplete, .inconclusive]) == .fail)
    }
}
