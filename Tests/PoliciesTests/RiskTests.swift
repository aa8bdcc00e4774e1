import AuditCore
import Testing

@testable import Policies

@Suite struct RiskTests {
    private func gateRisk(
        _ value: Double,
        _ low: Double,
        _ high: Double,
        severity: Severity = .high,
        statistic: Statistic = .auc
    ) throws -> Risk? {
        let figure = measurement(statistic: statistic, value: value, low: low, high: high)
        return try judge(policy(gates: [gate(statistic: statistic, severity: severity)]), evidence([figure])).gates[0]
            .risk
    }

    @Test func likelihood() throws {
        #expect(try gateRisk(0.52, 0.49, 0.55)?.likelihood == .negligible)
        #expect(try gateRisk(0.55, 0.51, 0.59)?.likelihood == .limited)
        #expect(try gateRisk(0.59, 0.55, 0.63)?.likelihood == .significant)
        #expect(try gateRisk(0.70, 0.65, 0.75)?.likelihood == .maximum)
        // Where no value stands for guessing, nothing says that it is near.
        #expect(try gateRisk(0.52, 0.49, 0.55, statistic: .tpr)?.likelihood == .limited)
        // A lower bound cannot show that there is no loss.
        let epsilon = gate(statistic: .epsilonLowerBound, threshold: 1)
        let none = measurement(statistic: .epsilonLowerBound, value: 0)
        #expect(try judge(policy(gates: [epsilon]), evidence([none])).gates[0].risk?.likelihood == .limited)
    }

    @Test func severityMeetsLikelihood() throws {
        #expect(try gateRisk(0.70, 0.65, 0.75, severity: .critical)?.level == .maximum)
        #expect(try gateRisk(0.70, 0.65, 0.75, severity: .low)?.level == .limited)
        #expect(try gateRisk(0.52, 0.49, 0.55, severity: .low)?.level == .negligible)
        #expect(try gateRisk(0.52, 0.49, 0.55, severity: .critical)?.level == .limited)
    }

    @Test func contextRaisesTheRisk() throws {
        let rules: [SeverityRule] = [.dataCategories([.health]), .releases([.public])]
        let policy = policy(gates: [gate(severity: .medium)], rules: rules)
        let figures = [measurement(value: 0.70, low: 0.65, high: 0.75)]
        #expect(try judge(policy, evidence(figures)).risk?.level == .significant)
        let grave = try judge(policy, evidence(figures, categories: ["health"], release: .public))
        #expect(grave.risk == Risk(likelihood: .maximum, severity: .critical, level: .maximum))
        #expect(grave.gates[0].risk == grave.risk)
        let findings = FindingWriter.findings(judgement: grave, checks: [], transferred: [])
        #expect(findings.first?.risk == grave.risk)
    }

    @Test func theGravestGateSpeaks() throws {
        let gates = [gate("a", severity: .low), gate("b", statistic: .advantage, threshold: 0.2, severity: .high)]
        let figures = [
            measurement(value: 0.7, low: 0.65, high: 0.75),
            measurement(statistic: .advantage, value: 0.1, low: 0.05, high: 0.3),
        ]
        let judgement = try judge(policy(gates: gates), evidence(figures))
        #expect(judgement.risk == Risk(likelihood: .significant, severity: .high, level: .significant))
        // What did not run is no smaller a risk than what was not decided.
        let calm = [measurement(value: 0.5, low: 0.45, high: 0.55)]
        let incomplete = policy(gates: [gate(severity: .high)], requires: [AttackReference(attack: "gap")])
        #expect(try judge(incomplete, evidence(calm)).risk?.likelihood == .significant)
    }

    @Test func waiversDoNotLowerIt() throws {
        let waiver = Waiver(gate: "auc", approver: "A", reason: "r", expires: "2027-01-01")
        let judgement = try judge(
            policy(gates: [gate(severity: .critical)], waivers: [waiver]),
            evidence([measurement(value: 0.7, low: 0.65, high: 0.75)])
        )
        #expect(judgement.verdict == .pass)
        #expect(judgement.risk?.level == .maximum)
    }

    @Test func matrices() throws {
        #expect(RiskMatrix(rows: RiskMatrix.standard.rows) == RiskMatrix.standard)
        #expect(RiskMatrix(rows: []) == nil)
        #expect(RiskMatrix(rows: Array(repeating: [.negligible, .limited, .limited], count: 4)) == nil)
        #expect(RiskMatrix(rows: RiskMatrix.standard.rows.reversed()) == nil)
        let flat = try #require(RiskMatrix(rows: Array(repeating: Array(repeating: .maximum, count: 4), count: 4)))
        #expect(flat.level(likelihood: .negligible, severity: .low) == .maximum)
        let rows = Severity.allCases.map {
            "<row severity='\($0.rawValue)' negligible='limited' limited='limited' significant='maximum' maximum='maximum'/>"
        }
        let text = PolicyReaderTests.valid.replacing(
            "</severity>",
            with: "<matrix>\(rows.joined())</matrix></severity>"
        )
        let policy = try PolicyReaderTests.read(text)
        #expect(policy.matrix.level(likelihood: .significant, severity: .low) == .maximum)
    }
}
