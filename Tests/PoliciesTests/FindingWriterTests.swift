import AuditCore
import Testing

@testable import Policies

@Suite struct FindingWriterTests {
    static func findings() throws -> [Finding] {
        let required = AttackReference(attack: "gap")
        let gates = [
            gate("auc", severity: .critical), gate("tpr", statistic: .tprAt1, threshold: 0.05, severity: .high),
            gate("advantage", statistic: .advantage, threshold: 0.2),
        ]
        let waiver = Waiver(gate: "auc", approver: "A. Person", reason: "Pilot.", expires: "2027-01-01")
        let evidence = evidence([
            measurement(value: 0.7, low: 0.68, high: 0.72),
            measurement(statistic: .tprAt1, value: 0.04, low: 0.02, high: 0.07),
            measurement(statistic: .advantage, value: 0.1, low: 0.05, high: 0.15),
        ])
        let checks = [
            ValidityCheck(id: "source-accuracy", title: "t", result: .fail, sentence: "s", affectsGates: false),
            ValidityCheck(id: "disjoint-sets", title: "t", result: .pass, sentence: "s"),
        ]
        let layers = [
            LayerComparison(layer: "a", result: .identical, parameters: 1),
            LayerComparison(layer: "b", result: .changed, parameters: 1, largestDifference: 1, meanDifference: 1),
            LayerComparison(layer: "head", result: .beyondCut, parameters: 12_345),
        ]
        let judgement = try judge(policy(gates: gates, requires: [required], waivers: [waiver]), evidence)
        return FindingWriter.findings(judgement: judgement, checks: checks, transferred: layers)
    }

    @Test func everythingThatIsNotFineIsToldGravestFirst() throws {
        let findings = try Self.findings()
        #expect(
            findings.map(\.id) == [
                "leakage.auc", "coverage.gap", "layers.beyond-cut", "undecided.tpr", "validity.source-accuracy",
                "layers.changed",
            ]
        )
        #expect(findings.map(\.severity) == [.critical, .high, .high, .medium, .medium, .medium])
        #expect(findings[0].gate == "auc")
        #expect(findings[0].evidence.text.contains("A. Person"))
        #expect(findings[2].evidence.text.contains("12,345"))
        // Half width 0.03 must become 0.01 on 1,000: 9,001, said as a rounded estimate.
        #expect(findings[3].remedy.text.contains("9,100"))
        #expect(findings.allSatisfy { !$0.remedy.isEmpty && !$0.legalBasis.isEmpty })
    }

    @Test func wording() throws {
        for finding in try Self.findings() {
            let text = [finding.title, finding.evidence, finding.remedy].map(\.text).joined(separator: " ").lowercased()
            #expect(!text.contains("anonymous") && !text.contains("compliant"))
        }
    }

    @Test func nothingToTell() throws {
        let judgement = try judge(policy(gates: [gate()]), evidence([measurement(value: 0.5, low: 0.4, high: 0.55)]))
        #expect(FindingWriter.findings(judgement: judgement, checks: [], transferred: []) == [])
        #expect(judgement.gates[0].sentence.text.contains("evidence not consistent with"))
    }
}
