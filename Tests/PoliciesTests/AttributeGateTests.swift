import AuditCore
import Testing

@testable import Policies

/// Gates on figures over shadow worlds, which count worlds and not records.
@Suite struct AttributeGateTests {
    private func result(low: Double, high: Double, worlds: Int = 12, state: AttackOutcome.State = .leaks) throws
        -> GateResult
    {
        let own = measurement(
            "target-attribute",
            statistic: .attributeAUC,
            value: (low + high) / 2,
            low: low,
            high: high,
            members: worlds,
            nonMembers: worlds
        )
        let judgement = try judge(
            policy(gates: [gate(statistic: .attributeAUC)]),
            evidence([own], outcomes: [outcome("target-attribute", state: state)])
        )
        return try #require(judgement.gates.first)
    }

    @Test func fewWorldsDecideThoughAPolicyAsksForMoreRecords() throws {
        #expect(try result(low: 0.7, high: 1).outcome == .fail)
        #expect(try result(low: 0.3, high: 0.55).outcome == .pass)
        #expect(try result(low: 0.7, high: 1, worlds: 3).outcome == .inconclusive)
    }

    /// More records make no more worlds.
    @Test func noNumberOfRecordsWouldDecide() throws {
        let across = try result(low: 0.4, high: 0.7)
        #expect(across.outcome == .inconclusive && across.recordsToDecide == nil)
    }

    @Test func whatDidNotLearnDoesNotPass() throws {
        #expect(try result(low: 0.3, high: 0.55, state: .didNotLearn).outcome == .inconclusive)
    }
}
