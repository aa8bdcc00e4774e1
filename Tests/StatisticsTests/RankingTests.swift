import Foundation
import Statistics
import Testing

@Suite struct RankingTests {
    let reference: Reference

    init() throws { reference = try Reference.load() }

    @Test func aucAndCurveAgreeWithScikitLearn() {
        for row in reference.rankings {
            #expect(isClose(ROC.auc(members: row.members, nonMembers: row.nonMembers), row.auc), "\(row.name)")
            let curve = ROC.curve(members: row.members, nonMembers: row.nonMembers)
            #expect(curve.map(\.falsePositiveRate) == row.falsePositiveRates, "\(row.name)")
            #expect(curve.map(\.truePositiveRate) == row.truePositiveRates, "\(row.name)")
        }
    }

    @Test func curveThresholdsGiveTheirRates() {
        for row in reference.rankings {
            let curve = ROC.curve(members: row.members, nonMembers: row.nonMembers)
            #expect(curve.first == ROCPoint(falsePositiveRate: 0, truePositiveRate: 0, threshold: .infinity))
            #expect(curve.last?.falsePositiveRate == 1 && curve.last?.truePositiveRate == 1)
            for point in curve.dropFirst() {
                let called = row.members.count { $0 >= point.threshold }
                #expect(point.truePositiveRate == Double(called) / Double(row.members.count))
            }
        }
    }

    @Test func aucHasItsSymmetries() {
        var numbers = SeededNumbers(seed: 1)
        for size in 1..<60 {
            let (members, others) = (numbers.tied(size), numbers.tied(61 - size))
            let brute =
                members.reduce(0.0) { sum, m in sum + others.reduce(0) { $0 + (m > $1 ? 1 : m == $1 ? 0.5 : 0) } }
                / Double(members.count * others.count)
            let auc = ROC.auc(members: members, nonMembers: others)
            #expect(isClose(auc, brute, relative: 1e-15))
            #expect(isClose(ROC.auc(members: others, nonMembers: members), 1 - brute, absolute: 1e-15))
            let mapped = ROC.auc(members: members.map { atan($0) }, nonMembers: others.map { atan($0) })
            #expect(auc == mapped)
        }
    }

    @Test func undefinedScoresGiveNothing() {
        #expect(ROC.auc(members: [], nonMembers: [1]) == nil)
        #expect(ROC.auc(members: [1], nonMembers: []) == nil)
        #expect(ROC.auc(members: [.nan], nonMembers: [1]) == nil)
        #expect(ROC.curve(members: [1], nonMembers: [.nan]).isEmpty)
        #expect(ROC.truePositiveRate(atFalsePositiveRate: 1, members: [.nan], nonMembers: [1]) == nil)
        #expect(DeLong.variance(members: [1], nonMembers: [1, 2]) == nil)
        #expect(DeLong.variance(members: [1, .nan], nonMembers: [1, 2]) == nil)
        #expect(DeLong.interval(members: [1, 2], nonMembers: [1, 2], confidence: 1) == nil)
        #expect(ThresholdChoice.mostRightDecisions(members: [.nan], nonMembers: [1]) == nil)
        #expect(ThresholdChoice.mostRightDecisions(members: [], nonMembers: []) == nil)
    }

    @Test func ratesAtSmallFalsePositiveRatesAgreeWithTryingAllThresholds() {
        for row in reference.rankings {
            for rate in row.rates {
                let result = ROC.truePositiveRate(
                    atFalsePositiveRate: rate.f,
                    members: row.members,
                    nonMembers: row.nonMembers
                )
                let expected = TPRAtFPR(
                    rate: rate.rate,
                    threshold: rate.threshold,
                    truePositives: rate.truePositives,
                    falsePositives: rate.falsePositives
                )
                #expect(result == expected, "\(row.name) at \(rate.f)")
            }
        }
    }

    @Test func intervalsOfRatesAgreeWithBinomialQuantiles() {
        for row in reference.rankings {
            for rate in row.rates {
                let result = TPRAtFPRInterval.interval(
                    atFalsePositiveRate: rate.f,
                    runs: [(row.members, row.nonMembers)],
                    confidence: 0.95
                )
                #expect(isClose(result?.rate, rate.rate), "\(row.name) at \(rate.f)")
                #expect(isClose(result?.low, rate.low, absolute: 1e-12), "\(row.name) at \(rate.f)")
                #expect(isClose(result?.high, rate.high, absolute: 1e-12), "\(row.name) at \(rate.f)")
            }
        }
    }

    @Test func intervalsOfRatesCoverTheTruth() {
        // Normal scores one apart: at a false positive rate of 0.1 the true rate is Φ(1 − 1.28155).
        let truth = 0.389144
        var covered = 0
        var covers = 0
        for seed in 0..<300 as Range<UInt64> {
            var numbers = SeededNumbers(seed: seed)
            let (members, others) = (numbers.normal(200, mean: 1), numbers.normal(200))
            let interval = TPRAtFPRInterval.interval(
                atFalsePositiveRate: 0.1,
                runs: [(members, others)],
                confidence: 0.95
            )
            let rate = ROC.truePositiveRate(atFalsePositiveRate: 0.1, members: members, nonMembers: others)
            let alone = ClopperPearson.interval(
                successes: Double(rate?.truePositives ?? 0),
                trials: 200,
                confidence: 0.95
            )
            if let interval, interval.low <= truth, truth <= interval.high { covered += 1 }
            if let alone, alone.low <= truth, truth <= alone.high { covers += 1 }
        }
        #expect(covered >= 280)
        // The interval that takes the threshold as known would not do.
        #expect(covers < 260)
    }

    @Test func intervalsOfRatesNeedAnIdentifiableRate() {
        func interval(_ f: Double, _ members: [Double], _ others: [Double], _ confidence: Double = 0.95) -> Bool {
            TPRAtFPRInterval.interval(atFalsePositiveRate: f, runs: [(members, others)], confidence: confidence) != nil
        }
        #expect(interval(0.5, [1, 2], [0, 1]))
        #expect(!interval(0.4, [1, 2], [0, 1]))
        #expect(!interval(0.5, [.nan, 2], [0, 1]))
        #expect(!interval(0.5, [], [0, 1]))
        #expect(!interval(0.5, [1, 2], [0, 1], 1))
        #expect(TPRAtFPRInterval.interval(atFalsePositiveRate: 0.5, runs: [], confidence: 0.95) == nil)
    }

    @Test func ratesAreIdentifiableFromOneOverF() {
        let members = (0..<10).map(Double.init)
        for (f, needed) in [(0.1, 10), (0.01, 100), (0.001, 1000), (0.003, 334), (1.0 / 49, 49), (1, 1), (7, 1)] {
            #expect(ROC.recordsToIdentify(falsePositiveRate: f) == needed)
            guard f <= 1, needed > 1 else { continue }
            let enough = [Double](repeating: 0, count: needed)
            #expect(ROC.truePositiveRate(atFalsePositiveRate: f, members: members, nonMembers: enough) != nil)
            let few = Array(enough.dropLast())
            #expect(ROC.truePositiveRate(atFalsePositiveRate: f, members: members, nonMembers: few) == nil)
        }
        for f in [0, -1, .nan, 1e-300] { #expect(ROC.recordsToIdentify(falsePositiveRate: f) == .max) }
        #expect(ROC.truePositiveRate(atFalsePositiveRate: 0, members: members, nonMembers: members) == nil)
        #expect(ROC.truePositiveRate(atFalsePositiveRate: .nan, members: members, nonMembers: members) == nil)
    }

    @Test func aShareWrittenAsAQuotientIsAllowed() {
        // 29 of 100 is at most 0.29, though 0.29 · 100 is less than 29 in floating point.
        let others = (0..<100).map(Double.init)
        let result = ROC.truePositiveRate(atFalsePositiveRate: 0.29, members: [70.5], nonMembers: others)
        #expect(result?.falsePositives == 29)
        #expect(result?.threshold == 70.5)
        #expect(result?.rate == 1)
    }

    @Test func deLongAgreesWithAllComparisons() {
        for row in reference.rankings {
            let result = DeLong.interval(members: row.members, nonMembers: row.nonMembers, confidence: 0.95)
            #expect(isClose(result?.auc, row.auc), "\(row.name)")
            #expect(isClose(result?.variance, row.variance, absolute: 1e-16), "\(row.name)")
            #expect(isClose(result?.low, row.low, absolute: 1e-9), "\(row.name)")
            #expect(isClose(result?.high, row.high, absolute: 1e-9), "\(row.name)")
        }
    }

    @Test func deLongAgreesWithAllComparisonsOnTies() {
        var numbers = SeededNumbers(seed: 2)
        for _ in 0..<40 {
            let (members, others) = (numbers.tied(23), numbers.tied(31))
            func wins(_ m: Double, _ n: Double) -> Double { m > n ? 1 : m == n ? 0.5 : 0 }
            let v10 = members.map { m in others.reduce(0.0) { $0 + wins(m, $1) } / 31 }
            let v01 = others.map { n in members.reduce(0.0) { $0 + wins($1, n) } / 23 }
            func variance(_ v: [Double]) -> Double {
                let mean = v.reduce(0, +) / Double(v.count)
                return v.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(v.count - 1)
            }
            let brute = variance(v10) / 23 + variance(v01) / 31
            #expect(isClose(DeLong.variance(members: members, nonMembers: others), brute, relative: 1e-12))
        }
    }

    @Test func pairedTestAgreesWithTheCovarianceForm() {
        for row in reference.pairs {
            let result = DeLong.pairedTest(
                firstMembers: row.firstMembers,
                firstNonMembers: row.firstNonMembers,
                secondMembers: row.secondMembers,
                secondNonMembers: row.secondNonMembers
            )
            #expect(isClose(result?.difference, row.difference))
            #expect(isClose(result?.z, row.z))
            #expect(isClose(result?.p, row.p))
            #expect(isClose(result.map { $0.z * $0.z * $0.variance }, row.difference * row.difference))
        }
    }

    @Test func pairedTestOfOneAttackWithItself() {
        let (members, others) = ([1.0, 2, 3], [0.0, 2, 2])
        let same = DeLong.pairedTest(
            firstMembers: members,
            firstNonMembers: others,
            secondMembers: members,
            secondNonMembers: others
        )
        #expect(same?.difference == 0 && same?.z == 0 && same?.p == 1)
        let mismatch = DeLong.pairedTest(
            firstMembers: members,
            firstNonMembers: others,
            secondMembers: [1],
            secondNonMembers: others
        )
        #expect(mismatch == nil)
    }

    @Test(.timeLimit(.minutes(5))) func rankingManyScoresIsQuick() {
        var numbers = SeededNumbers(seed: 3)
        let scores = (0..<200_000).map { _ in Double.random(in: 0..<1, using: &numbers) }
        let result = DeLong.interval(members: scores, nonMembers: scores.reversed(), confidence: 0.95)
        #expect(isClose(result?.auc, 0.5))
    }
}
