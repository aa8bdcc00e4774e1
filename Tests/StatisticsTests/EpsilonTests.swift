import Foundation
import Statistics
import Testing

@Suite struct EpsilonTests {
    @Test func boundsAgreeWithSciPy() throws {
        for row in try Reference.load().epsilon {
            let bound = EpsilonLowerBound.bound(
                truePositives: row.truePositives,
                members: row.members,
                falsePositives: row.falsePositives,
                nonMembers: row.nonMembers,
                delta: row.delta,
                alpha: row.alpha
            )
            #expect(isClose(bound, row.bound, relative: 1e-9), "\(row)")
        }
    }

    @Test func pValueIsWhereTheBoundBecomesPositive() throws {
        for row in try Reference.load().epsilon {
            let p = try #require(
                EpsilonLowerBound.pValue(
                    truePositives: row.truePositives,
                    members: row.members,
                    falsePositives: row.falsePositives,
                    nonMembers: row.nonMembers,
                    delta: row.delta
                )
            )
            func bound(_ alpha: Double) -> Double? {
                EpsilonLowerBound.bound(
                    truePositives: row.truePositives,
                    members: row.members,
                    falsePositives: row.falsePositives,
                    nonMembers: row.nonMembers,
                    delta: row.delta,
                    alpha: alpha
                )
            }
            if p < 0.99 { #expect(try #require(bound(p * 1.0001)) > 0, "\(row)") }
            if p > 0 { #expect(bound(min(p * 0.9999, 0.9999)) == 0, "\(row)") }
        }
    }

    @Test func argumentsOutOfRange() {
        func bound(_ tp: Double, _ fp: Double, delta: Double = 0, alpha: Double = 0.05) -> Double? {
            EpsilonLowerBound.bound(
                truePositives: tp,
                members: 10,
                falsePositives: fp,
                nonMembers: 10,
                delta: delta,
                alpha: alpha
            )
        }
        #expect(bound(10, 0) != nil)
        #expect(bound(11, 0) == nil)
        #expect(bound(10, -1) == nil)
        #expect(bound(.nan, 0) == nil)
        #expect(bound(10, 0, delta: 1) == nil)
        #expect(bound(10, 0, alpha: 0) == nil)
        #expect(bound(10, 0, alpha: .nan) == nil)
        #expect(
            EpsilonLowerBound.pValue(truePositives: 5, members: 4, falsePositives: 0, nonMembers: 4, delta: 0) == nil
        )
        #expect(
            EpsilonLowerBound.bound(
                truePositives: 0,
                members: 0,
                falsePositives: 0,
                nonMembers: 0,
                delta: 0,
                alpha: 0.05
            ) == 0
        )
    }

    /// ε bounds of repeated audits: 200 members and 200 non-members decided at the threshold with the best bound on as
    /// many other records.
    private func audits(shift: Double, runs: Int) -> [Double] {
        var numbers = SeededNumbers(seed: 7)
        let n = 200
        return (0..<runs).map { _ in
            let (shadowMembers, shadowOthers) = (numbers.normal(n, mean: shift), numbers.normal(n))
            let curve = ROC.curve(members: shadowMembers, nonMembers: shadowOthers)
            let candidates = stride(from: 1, to: curve.count, by: 4).map { curve[$0] }
            func bound(_ tp: Double, _ fp: Double) -> Double {
                EpsilonLowerBound.bound(
                    truePositives: tp,
                    members: Double(n),
                    falsePositives: fp,
                    nonMembers: Double(n),
                    delta: 0,
                    alpha: 0.05
                ) ?? .nan
            }
            let best = candidates.max {
                bound(($0.truePositiveRate * Double(n)).rounded(), ($0.falsePositiveRate * Double(n)).rounded())
                    < bound(($1.truePositiveRate * Double(n)).rounded(), ($1.falsePositiveRate * Double(n)).rounded())
            }
            let threshold = best?.threshold ?? .infinity
            let (members, others) = (numbers.normal(n, mean: shift), numbers.normal(n))
            return bound(Double(members.count { $0 >= threshold }), Double(others.count { $0 >= threshold }))
        }
    }

    @Test func noLeakageGivesNoBound() {
        let bounds = audits(shift: 0, runs: 100)
        #expect(bounds.count { $0 > 0 } <= 1)
    }

    @Test func aShiftOfOneGivesABoundAlmostAlways() throws {
        let bounds = audits(shift: 1, runs: 200)
        let share = Double(bounds.count { $0 > 0 }) / 200
        #expect(share > 0.93)
        let median = try #require(Descriptive.quantile(0.5, of: bounds))
        #expect(abs(median - 0.74) < 0.06, "median \(median)")
    }

    private let attacks = [
        EpsilonCounts(truePositives: 110, members: 200, falsePositives: 100, nonMembers: 200),
        EpsilonCounts(truePositives: 160, members: 200, falsePositives: 40, nonMembers: 200),
        EpsilonCounts(truePositives: 125, members: 200, falsePositives: 93, nonMembers: 200),
        EpsilonCounts(truePositives: 150, members: 200, falsePositives: 60, nonMembers: 200),
    ]

    private func single(_ counts: EpsilonCounts, alpha: Double) -> Double? {
        EpsilonLowerBound.bound(
            truePositives: counts.truePositives,
            members: counts.members,
            falsePositives: counts.falsePositives,
            nonMembers: counts.nonMembers,
            delta: 0,
            alpha: alpha
        )
    }

    @Test func holmStepsDown() {
        let bounds = EpsilonLowerBound.holm(attacks, delta: 0, alpha: 0.05)
        #expect(bounds[1] == single(attacks[1], alpha: 0.05 / 4))
        #expect(bounds[3] == single(attacks[3], alpha: 0.05 / 3))
        #expect(bounds[0] == 0)
        #expect(bounds[1] > bounds[3] && bounds[3] > bounds[2])
    }

    @Test func holmRejectsWhatItsPValuesReject() {
        let p = attacks.map {
            EpsilonLowerBound.pValue(
                truePositives: $0.truePositives,
                members: $0.members,
                falsePositives: $0.falsePositives,
                nonMembers: $0.nonMembers,
                delta: 0
            ) ?? .nan
        }
        for alpha in [0.001, 0.01, 0.05, 0.1, 0.3, 0.9] {
            let rejected = EpsilonLowerBound.holm(attacks, delta: 0, alpha: alpha).map { $0 > 0 }
            #expect(rejected == HolmCorrection.adjusted(p).map { $0 < alpha }, "α \(alpha)")
        }
    }

    @Test func holmOfOneAttackIsTheBound() {
        #expect(EpsilonLowerBound.holm([attacks[1]], delta: 0, alpha: 0.05) == [single(attacks[1], alpha: 0.05)])
        #expect(EpsilonLowerBound.holm([], delta: 0, alpha: 0.05).isEmpty)
    }

    @Test func holmNeverGoesBelowBonferroniAndKeepsItsOrder() {
        var numbers = SeededNumbers(seed: 8)
        for _ in 0..<50 {
            let many = (0..<6).map { _ in
                EpsilonCounts(
                    truePositives: Double(Int.random(in: 80...200, using: &numbers)),
                    members: 200,
                    falsePositives: Double(Int.random(in: 0...120, using: &numbers)),
                    nonMembers: 200
                )
            }
            let bounds = EpsilonLowerBound.holm(many, delta: 0, alpha: 0.05)
            for (counts, bound) in zip(many, bounds) {
                #expect(bound >= single(counts, alpha: 0.05 / 6) ?? .infinity)
                #expect(bound <= single(counts, alpha: 0.05) ?? 0)
            }
            // The largest is Bonferroni's: looking at more attacks never makes the worst one look worse.
            #expect(bounds.max() == many.compactMap { single($0, alpha: 0.05 / 6) }.max())
        }
    }

    @Test func holmOutOfRangeGivesZero() {
        let broken = EpsilonCounts(truePositives: .nan, members: 1, falsePositives: 0, nonMembers: 1)
        let bounds = EpsilonLowerBound.holm([broken, attacks[1]], delta: 0, alpha: 0.05)
        #expect(bounds == [0, single(attacks[1], alpha: 0.025)])
        #expect(EpsilonLowerBound.holm(attacks, delta: 2, alpha: 0.05) == [0, 0, 0, 0])
        #expect(EpsilonLowerBound.holm(attacks, delta: 0, alpha: .nan) == [0, 0, 0, 0])
    }
}
