import AuditCore
import History
import Testing

struct ComparisonTests {
    private func compare(_ old: [GateResult], _ new: [GateResult]) -> ReportComparison {
        ReportComparison(old: Records.record(old), new: Records.record(new))
    }

    private func auc(_ value: Double, _ half: Double, outcome: GateOutcome = .pass) -> GateResult {
        Records.gate("auc", Records.measurement(value, value - half, value + half), outcome: outcome)
    }

    @Test func clearDifferencesAreFound() {
        let worse = compare([auc(0.55, 0.02)], [auc(0.65, 0.02, outcome: .fail)])
        #expect(worse.gates.map(\.change) == [.worse])
        #expect(worse.isWorse)
        #expect(abs((worse.gates[0].figures.test?.difference ?? 0) - 0.1) < 1e-12)
        let better = compare([auc(0.65, 0.02, outcome: .fail)], [auc(0.55, 0.02)])
        #expect(better.gates.map(\.change) == [.better])
        #expect(!better.isWorse)
    }

    @Test func whatLooksLikeADifferenceIsTested() {
        let comparison = compare([auc(0.55, 0.04)], [auc(0.59, 0.04)])
        #expect(comparison.gates.map(\.change) == [.noDifference])
        #expect(!comparison.isWorse)
    }

    @Test func aGateThatNowFailsIsWorseEvenWithoutADifference() {
        #expect(compare([auc(0.6, 0.01)], [auc(0.61, 0.01, outcome: .fail)]).isWorse)
    }

    @Test func manyLooksAreCorrectedFor() {
        // Alone p is about 0.02; twelve such gates, of which eleven do not differ, are no evidence.
        let old = (0..<12).map { Records.gate("g\($0)", Records.measurement(0.55, 0.53, 0.57)) }
        let new = (0..<12).map { index in
            let value = index == 0 ? 0.584 : 0.55
            return Records.gate("g\(index)", Records.measurement(value, value - 0.02, value + 0.02))
        }
        let alone = compare([old[0]], [new[0]])
        #expect(alone.gates.map(\.change) == [.worse])
        #expect(compare(old, new).gates.allSatisfy { $0.change == .noDifference })
    }

    @Test func gatesThatCannotBeComparedSayWhy() {
        let bound = Records.measurement(0.4, 0.4, 0.9, statistic: .epsilonLowerBound)
        let comparison = compare(
            [Records.gate("gone", nil), Records.gate("epsilon", bound), Records.gate("empty", nil)],
            [Records.gate("epsilon", bound), Records.gate("empty", nil), auc(0.5, 0.01)]
        )
        #expect(comparison.gates.map(\.gate) == ["epsilon", "empty", "auc", "gone"])
        #expect(comparison.gates.allSatisfy { $0.change == .notComparable && $0.figures.obstacle != nil })
        #expect(comparison.gates.map(\.differences) == [[], [], ["the gate is new"], ["the gate is gone"]])
    }

    @Test func theSameAuditShowsNoDifference() {
        let gates = [auc(0.55, 0.02), Records.gate("exact", Records.measurement(1, 1, 1, statistic: .tpr))]
        let comparison = compare(gates, gates)
        #expect(comparison.gates.map(\.change) == [.noDifference, .noDifference])
        #expect(comparison.sharesRecords)
        #expect(comparison.sharesModel == true)
        #expect(comparison.figures.allSatisfy { $0.change == .noDifference })
    }

    @Test func aStricterThresholdIsToldApartFromAChange() {
        let comparison = compare(
            [Records.gate("auc", Records.measurement(0.55, 0.53, 0.57), threshold: 0.65)],
            [Records.gate("auc", Records.measurement(0.55, 0.53, 0.57), threshold: 0.6)]
        )
        #expect(comparison.gates[0].differences == ["threshold 0.6 instead of 0.65"])
        #expect(comparison.gates[0].change == .noDifference)
    }
}
