import AuditCore
import Tensors
import Testing

@testable import Audits

/// What the transferred layers add to an attack, on the same records.
@Suite struct ContributionTests {
    private var truth: (members: [Double], others: [Double]) {
        var numbers = NormalNumbers(Seed(31))
        return (numbers.next(300, mean: 1), numbers.next(300))
    }

    /// Scores that see the truth through noise.
    private func run(noise: Double, _ seed: UInt64, approach: Approach, turn: Int = 1, size: Int = 100) -> AttackRun {
        var numbers = NormalNumbers(Seed(seed))
        let (members, others) = truth
        return HandMadeBook.run(
            members.map { $0 + noise * numbers.next() },
            others.map { $0 + noise * numbers.next() },
            approach: approach,
            size: size,
            turn: turn
        )
    }

    private func contributions(_ runs: [AttackRun]) -> [LayerContribution] {
        LayerContributions.of(HandMadeBook.book(runs, members: 300, nonMembers: 300), confidence: 0.95)
    }

    @Test func strongerWithTheLayers() throws {
        let found = contributions([
            run(noise: 4, 1, approach: .baseline), run(noise: 0.2, 2, approach: .freezing),
        ])
        let contribution = try #require(found.first)
        #expect(found.count == 1)
        #expect(contribution.finding == .stronger)
        #expect(contribution.interval.low > 0)
        #expect(contribution.adjustedP < 0.001)
    }

    @Test func weakerWithTheLayers() throws {
        let found = contributions([
            run(noise: 0.2, 1, approach: .baseline), run(noise: 4, 2, approach: .fineTuning),
        ])
        #expect(found.map(\.finding) == [.weaker])
        #expect((found.first?.interval.high ?? 0) < 0)
    }

    @Test func exactlyEqualAreasKeepTheirInterval() throws {
        // Other records score well, but the area is the same: a difference of 0 is not known without error.
        let half = (0..<300).map { $0.isMultiple(of: 2) ? 1.0 : 0 }
        let other = (0..<300).map { $0.isMultiple(of: 2) ? 0 : 1.0 }
        let none = Array(repeating: 0.0, count: 300)
        let found = contributions([
            HandMadeBook.run(half, none, approach: .baseline), HandMadeBook.run(other, none, approach: .freezing),
        ])
        let contribution = try #require(found.first)
        #expect(contribution.difference == 0)
        #expect(contribution.finding == .noDifference)
        #expect(contribution.interval.high > 0.03 && contribution.interval.low < -0.03)
    }

    @Test func theSameScoresAreNoDifference() {
        let one = run(noise: 1, 1, approach: .baseline)
        let same = run(noise: 1, 1, approach: .freezing)
        #expect(contributions([one, same]).map(\.finding) == [.noDifference])
    }

    @Test func repeatsThatDisagreeAreNoEvidence() throws {
        // Twice much better, twice much worse: whatever a single repeat shows, their mean shows nothing.
        let with = (1...4).map { run(noise: $0 <= 2 ? 0 : 5, UInt64($0), approach: .freezing, turn: $0) }
        let without = (1...4).map { run(noise: $0 <= 2 ? 3 : 0, UInt64($0 + 10), approach: .baseline, turn: $0) }
        let found = try #require(contributions(with + without).first)
        #expect(found.finding == .noDifference)
        let single = try #require(contributions([with[0], without[0]]).first)
        #expect(single.finding == .stronger)
        #expect(found.interval.high - found.interval.low > single.interval.high - single.interval.low)
    }

    @Test func onlyWhatHasABaselineOfItsSizeIsCompared() {
        let runs = [
            run(noise: 1, 1, approach: .baseline, size: 100), run(noise: 1, 2, approach: .freezing, size: 100),
            run(noise: 1, 3, approach: .freezing, size: 300),
        ]
        #expect(contributions(runs).map(\.shadowSize) == [100])
        #expect(contributions([runs[0]]).isEmpty)
        #expect(contributions([runs[1]]).isEmpty)
    }
}
