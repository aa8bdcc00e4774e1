import AuditCore
import Testing

@testable import Policies

/// One row: an interval, a bound and what the gate must say.
struct GateRow: Sendable, CustomTestStringConvertible {
    let low: Double
    let value: Double
    let high: Double
    let bound: Bound
    let threshold: Double
    let outcome: GateOutcome

    var testDescription: String { "\(low)…\(value)…\(high) \(bound.rawValue) \(threshold)" }
}

@Suite struct GateTableTests {
    static let rows: [GateRow] = [
        GateRow(low: 0.48, value: 0.50, high: 0.52, bound: .atMost, threshold: 0.6, outcome: .pass),
        GateRow(low: 0.58, value: 0.59, high: 0.60, bound: .atMost, threshold: 0.6, outcome: .pass),
        GateRow(low: 0.58, value: 0.59, high: 0.6001, bound: .atMost, threshold: 0.6, outcome: .inconclusive),
        GateRow(low: 0.59, value: 0.61, high: 0.63, bound: .atMost, threshold: 0.6, outcome: .inconclusive),
        GateRow(low: 0.60, value: 0.61, high: 0.62, bound: .atMost, threshold: 0.6, outcome: .inconclusive),
        GateRow(low: 0.6001, value: 0.61, high: 0.62, bound: .atMost, threshold: 0.6, outcome: .fail),
        GateRow(low: 0.70, value: 0.71, high: 0.72, bound: .atMost, threshold: 0.6, outcome: .fail),
        GateRow(low: 0.70, value: 0.71, high: 0.72, bound: .atLeast, threshold: 0.6, outcome: .pass),
        GateRow(low: 0.60, value: 0.61, high: 0.62, bound: .atLeast, threshold: 0.6, outcome: .pass),
        GateRow(low: 0.59, value: 0.61, high: 0.62, bound: .atLeast, threshold: 0.6, outcome: .inconclusive),
        GateRow(low: 0.58, value: 0.59, high: 0.60, bound: .atLeast, threshold: 0.6, outcome: .inconclusive),
        GateRow(low: 0.57, value: 0.58, high: 0.59, bound: .atLeast, threshold: 0.6, outcome: .fail),
        GateRow(low: .nan, value: 0.58, high: 0.59, bound: .atMost, threshold: 0.6, outcome: .inconclusive),
        GateRow(low: 0.4, value: .nan, high: 0.59, bound: .atMost, threshold: 0.6, outcome: .inconclusive),
        GateRow(low: 0.59, value: 0.5, high: 0.4, bound: .atMost, threshold: 0.6, outcome: .inconclusive),
    ]

    @Test(arguments: rows) func table(_ row: GateRow) throws {
        let policy = policy(gates: [gate(bound: row.bound, threshold: row.threshold)])
        let judgement = try judge(policy, evidence([measurement(value: row.value, low: row.low, high: row.high)]))
        #expect(judgement.gates.map(\.outcome) == [row.outcome])
        let verdicts: [GateOutcome: Verdict] = [.pass: .pass, .fail: .fail, .inconclusive: .inconclusive]
        #expect(judgement.verdict == verdicts[row.outcome])
        #expect(judgement.gates[0].measurement?.shadowSize == 100)
        #expect(judgement.gates[0].sentence.text.hasSuffix("."))
    }

    @Test func epsilonIsALowerBound() throws {
        let policy = policy(gates: [gate("e", statistic: .epsilonLowerBound, threshold: 1)])
        let rows: [(Double, Double?, GateOutcome)] = [
            (0, nil, .pass), (1, nil, .pass), (1.01, nil, .fail), (0.4, .infinity, .pass), (1.4, .infinity, .fail),
            (.infinity, nil, .fail),
        ]
        for (value, high, expected) in rows {
            let low = high == nil ? nil : value
            let figure = measurement(statistic: .epsilonLowerBound, value: value, low: low, high: high)
            #expect(try judge(policy, evidence([figure])).gates[0].outcome == expected, "\(value)")
        }
        let unlearned = evidence(
            [measurement(statistic: .epsilonLowerBound, value: 0)],
            outcomes: [outcome(state: .didNotLearn)]
        )
        #expect(try judge(policy, unlearned).gates[0].outcome == .inconclusive)
    }

    @Test func recordsToDecide() throws {
        let policy = policy(gates: [gate()])
        func records(_ value: Double, _ low: Double, _ high: Double, members: Int = 1000, others: Int = 1000) throws
            -> Int?
        {
            let figure = measurement(value: value, low: low, high: high, members: members, nonMembers: others)
            return try judge(policy, evidence([figure])).gates[0].recordsToDecide
        }
        // Half width 0.04 must become 0.02: four times the records.
        #expect(try records(0.58, 0.54, 0.62).map { abs($0 - 4000) <= 1 } == true)
        // Outside the threshold it is the lower end that must move: 0.03 to 0.01.
        #expect(try records(0.61, 0.58, 0.65).map { abs($0 - 9000) <= 1 } == true)
        // 1000 and 100 count as their harmonic mean, 181.8.
        #expect(try records(0.58, 0.54, 0.62, others: 100).map { abs($0 - 728) <= 1 } == true)
        #expect(try records(0.6, 0.55, 0.65) == nil)
        #expect(try records(0.5, 0.49, 0.51) == nil)
        #expect(try records(0.7, 0.69, 0.71) == nil)
    }

    @Test func recordsToDecideOverSeveral() throws {
        let policy = policy(gates: [gate()])
        let inside = [
            measurement(size: 100, value: 0.58, low: 0.54, high: 0.62),
            measurement(size: 300, value: 0.59, low: 0.55, high: 0.63),
        ]
        // All doubts must go: the larger of 4000 and 16000.
        let all = try judge(policy, evidence(inside)).gates[0]
        #expect(all.recordsToDecide.map { abs($0 - 16_000) <= 1 } == true)
        // One violation is enough: 0.62 with 0.03 to spare needs 2250.
        let outside = inside + [measurement(size: 1000, value: 0.62, low: 0.59, high: 0.65)]
        let one = try judge(policy, evidence(outside)).gates[0]
        #expect(one.recordsToDecide.map { abs($0 - 2250) <= 1 } == true)
        #expect(one.measurement?.shadowSize == 1000)
    }
}
