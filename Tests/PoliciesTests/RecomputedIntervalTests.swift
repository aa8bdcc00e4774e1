import AuditCore
import Testing

@testable import Policies

/// Past records judged at a confidence they do not hold.
@Suite struct RecomputedIntervalTests {
    /// References: scipy.stats.beta.ppf for 300 of 1,000.
    static let rate = measurement(statistic: .tpr, value: 0.3, low: 0.271721112129, high: 0.329461678697)
    static let strict = gate(statistic: .tpr, threshold: 0.34, confidence: 0.99)

    @Test func proportionsFollowFromTheRecord() throws {
        let held = RecomputedIntervals(measurements: [Self.rate], classes: [])
        let found = try #require(held.measurement(Self.rate, confidence: 0.99)?.interval)
        #expect(abs(found.low - 0.263206) < 1e-6)
        #expect(abs(found.high - 0.338727) < 1e-6)
        #expect(found.confidence == 0.99)
        let judged = try judge(policy(gates: [Self.strict]), evidence([Self.rate])).gates[0]
        #expect(judged.outcome == .pass)
        #expect(judged.measurement?.method.key == "method.recomputed")
    }

    /// An interval that the method does not give back was made in another way.
    @Test func nothingElseIsRecomputed() throws {
        let other = measurement(statistic: .tpr, value: 0.3, low: 0.2, high: 0.4)
        let auc = measurement(value: 0.5, low: 0.48, high: 0.52)
        let bound = measurement(statistic: .epsilonLowerBound, value: 0.2, low: 0.2, high: .infinity)
        for figure in [other, auc, bound] {
            let held = RecomputedIntervals(measurements: [figure], classes: [])
            #expect(held.measurement(figure, confidence: 0.99) == nil)
        }
        let judged = try judge(policy(gates: [Self.strict]), evidence([other])).gates[0]
        #expect(judged.outcome == .inconclusive)
        #expect(judged.sentence.text.contains("99 %"))
    }

    @Test func advantageNeedsBothRates() throws {
        let alarms = measurement(statistic: .fpr, value: 0.3, low: 0.271721112129, high: 0.329461678697)
        let advantage = measurement(statistic: .advantage, value: 0, low: -0.040837311504, high: 0.040837311504)
        let all = RecomputedIntervals(measurements: [Self.rate, alarms, advantage], classes: [])
        let found = try #require(all.measurement(advantage, confidence: 0.99)?.interval)
        #expect(found.low < -0.05 && found.low > -0.06)
        let lone = RecomputedIntervals(measurements: [advantage], classes: [])
        #expect(lone.measurement(advantage, confidence: 0.99) == nil)
    }

    @Test func accuracyFollowsFromTheClasses() throws {
        let classes = [GroupTests.calm, GroupTests.figures("dog", hits: 25, alarms: 25)]
        // Mean of two classes at 0.5, each with half width 0.101679: divided by √2.
        let half = 0.601678870496699 - 0.5
        let width = half / 2.0.squareRoot()
        let accuracy = measurement(statistic: .accuracy, value: 0.5, low: 0.5 - width, high: 0.5 + width)
        let held = RecomputedIntervals(measurements: [accuracy], classes: classes)
        let found = try #require(held.measurement(accuracy, confidence: 0.975)?.interval)
        #expect(abs(found.high - 0.5 - (0.6152206426978385 - 0.5) / 2.0.squareRoot()) < 1e-9)
        let partial = RecomputedIntervals(measurements: [accuracy], classes: [GroupTests.loud])
        #expect(partial.measurement(accuracy, confidence: 0.975) == nil)
    }
}
