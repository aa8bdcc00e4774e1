import Statistics
import Testing

@Suite struct ThresholdTests {
    @Test func agreesWithTryingEveryThreshold() throws {
        for row in try Reference.load().rankings {
            let best = ThresholdChoice.mostRightDecisions(members: row.members, nonMembers: row.nonMembers)
            #expect(best?.threshold == row.threshold, "\(row.name)")
            #expect(best?.rightDecisions == row.rightDecisions, "\(row.name)")
        }
    }

    @Test func aboveIsTheMirror() {
        var numbers = SeededNumbers(seed: 4)
        for size in 1..<50 {
            let (members, others) = (numbers.tied(size), numbers.tied(50 - size))
            var best = (threshold: Double.infinity, right: -1)
            for threshold in ([.infinity] + members + others).sorted(by: >) {
                let right = members.count { $0 >= threshold } + others.count { !($0 >= threshold) }
                if right > best.right { best = (threshold, right) }
            }
            let result = ThresholdChoice.mostRightDecisionsAbove(members: members, nonMembers: others)
            #expect(result?.threshold == best.threshold)
            #expect(result?.rightDecisions == best.right)
        }
    }

    @Test func callsNobodyAMemberWhereThatIsBest() {
        let below = ThresholdChoice.mostRightDecisions(members: [5], nonMembers: [1, 2])
        #expect(below?.threshold == -.infinity && below?.rightDecisions == 2)
        let above = ThresholdChoice.mostRightDecisionsAbove(members: [1], nonMembers: [2, 5])
        #expect(above?.threshold == .infinity && above?.rightDecisions == 2)
        let none = ThresholdChoice.mostRightDecisions(members: [], nonMembers: [1, 2])
        #expect(none?.threshold == -.infinity && none?.rightDecisions == 2)
    }

    @Test func balancedWeighsBothSidesAlike() {
        var numbers = SeededNumbers(seed: 5)
        for size in 1..<40 {
            let (members, others) = (numbers.tied(size), numbers.tied(2 * (40 - size)))
            var best = (threshold: -Double.infinity, accuracy: 0.5)
            for threshold in (members + others).sorted() {
                let inside = Double(members.count { $0 <= threshold }) / Double(members.count)
                let outside = Double(others.count { $0 > threshold }) / Double(others.count)
                if (inside + outside) / 2 > best.accuracy + 1e-12 { best = (threshold, (inside + outside) / 2) }
            }
            let result = ThresholdChoice.largestBalancedAccuracy(members: members, nonMembers: others)
            #expect(result?.threshold == best.threshold)
            #expect(abs((result?.balancedAccuracy ?? 0) - best.accuracy) < 1e-12)
        }
        #expect(ThresholdChoice.largestBalancedAccuracy(members: [], nonMembers: [1]) == nil)
    }

    @Test func infinitiesAreValues() {
        let certain = ThresholdChoice.mostRightDecisions(members: [.infinity, .infinity, 0], nonMembers: [1])
        #expect(certain?.threshold == .infinity && certain?.rightDecisions == 3)
        let bottom = ThresholdChoice.mostRightDecisions(members: [-.infinity], nonMembers: [-.infinity, 2])
        #expect(bottom?.threshold == -.infinity && bottom?.rightDecisions == 2)
    }

    @Test func theSmallestOfEquallyGoodThresholdsIsChosen() {
        // Both 1 and 3 decide three of four rightly.
        let best = ThresholdChoice.mostRightDecisions(members: [1, 3], nonMembers: [2, 4])
        #expect(best?.threshold == 1 && best?.rightDecisions == 3)
    }
}
