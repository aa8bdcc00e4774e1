import Statistics
import Testing

/// Against trials: how often the interval of an advantage of that size lies above 0.
@Suite struct DetectableAdvantageTests {
    @Test(arguments: [(200, 200), (400, 150)])
    func isFoundAsOftenAsItSays(members: Int, nonMembers: Int) throws {
        let advantage = try #require(
            DetectableAdvantage.smallest(members: members, nonMembers: nonMembers, confidence: 0.95, power: 0.8)
        )
        var numbers = SeededNumbers(seed: 8)
        var found = 0
        for _ in 0..<2000 {
            func hits(_ count: Int, _ share: Double) -> Double {
                Double((0..<count).count { _ in Double.random(in: 0..<1, using: &numbers) < share }) / Double(count)
            }
            let (tpr, fpr) = (hits(members, 0.5 + advantage / 2), hits(nonMembers, 0.5 - advantage / 2))
            let variance = tpr * (1 - tpr) / Double(members) + fpr * (1 - fpr) / Double(nonMembers)
            found += tpr - fpr > 1.959964 * variance.squareRoot() ? 1 : 0
        }
        #expect(abs(Double(found) / 2000 - 0.8) < 0.035)
    }

    @Test func moreRecordsShowLess() throws {
        func smallest(_ count: Int) -> Double? {
            DetectableAdvantage.smallest(members: count, nonMembers: count, confidence: 0.95, power: 0.8)
        }
        #expect(try #require(smallest(100)) > 2 * (try #require(smallest(1000))))
        #expect(smallest(0) == nil && smallest(1) == 1)
        #expect(DetectableAdvantage.smallest(members: 9, nonMembers: 9, confidence: 1, power: 0.8) == nil)
    }
}
