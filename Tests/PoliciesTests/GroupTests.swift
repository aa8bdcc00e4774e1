import AuditCore
import Testing

@testable import Policies

/// Gates over classes.
@Suite struct GroupTests {
    /// A class of 50 members and 50 non-members, with so many of each called members.
    static func figures(
        _ name: String,
        hits: Double,
        alarms: Double,
        size: Double = 50,
        attack: String = "transmia-svm",
        approach: Approach = .freezing
    ) -> ClassMeasurement {
        let accuracy = (hits + size - alarms) / (2 * size)
        return ClassMeasurement(
            attack: attack,
            approach: approach,
            shadowSize: 100,
            className: name,
            members: Int(size),
            nonMembers: Int(size),
            accuracy: accuracy,
            accuracyInterval: Interval(low: 0, high: 1, confidence: 0.95),
            precision: hits / (hits + alarms),
            recall: hits / size,
            auc: nil
        )
    }

    static func gate(_ name: String?, _ statistic: Statistic = .accuracy, at threshold: Double = 0.7) -> Gate {
        PoliciesTests.gate(
            statistic: statistic,
            threshold: threshold,
            group: GroupScope(kind: .class, name: name, sample: SampleSize(members: 50, nonMembers: 50))
        )
    }

    static let calm = figures("cat", hits: 25, alarms: 25)
    static let loud = figures("dog's", hits: 48, alarms: 5)

    private func result(_ gate: Gate, _ classes: [ClassMeasurement]) throws -> GateResult {
        try judge(policy(gates: [gate]), evidence([], classes: classes)).gates[0]
    }

    @Test func worstAndNamed() throws {
        let worst = try result(Self.gate(nil), [Self.calm, Self.loud])
        #expect(worst.outcome == .fail)
        #expect(worst.measurement?.group == RecordGroup(kind: .class, name: "dog's"))
        #expect(worst.sentence.text.contains("dog's"))
        #expect(try result(Self.gate("cat"), [Self.calm, Self.loud]).outcome == .pass)
        #expect(try result(Self.gate(nil), [Self.calm]).outcome == .pass)
        let absent = try result(Self.gate("cow"), [Self.calm, Self.loud])
        #expect(absent.outcome == .inconclusive)
        #expect(absent.sentence.text.contains("cow"))
    }

    /// References: scipy.stats.beta.ppf, with α = 0.05 alone and 0.05 / 2 for two classes.
    @Test func confidenceIsSharedByTheClasses() throws {
        let alone = try #require(result(Self.gate("cat"), [Self.calm, Self.loud]).measurement?.interval)
        #expect(abs(alone.low - 0.398321) < 1e-6)
        #expect(abs(alone.high - 0.601679) < 1e-6)
        let both = [Self.calm, Self.figures("dog", hits: 24, alarms: 24)]
        let shared = try #require(result(Self.gate(nil), both).measurement?.interval)
        #expect(abs(shared.low - 0.384779) < 1e-6)
        #expect(abs(shared.high - 0.615221) < 1e-6)
        #expect(shared.confidence == 0.95)
    }

    @Test func figuresFollowFromTheRecord() throws {
        let rows: [(Statistic, Double)] = [
            (.accuracy, 0.93), (.tpr, 0.96), (.recall, 0.96), (.fpr, 0.1), (.precision, 48.0 / 53), (.advantage, 0.86),
        ]
        for (statistic, value) in rows {
            let found = try #require(Self.loud.measurement(of: statistic, confidence: 0.95))
            #expect(abs(try #require(found.value) - value) < 1e-12, "\(statistic)")
            let interval = try #require(found.interval)
            #expect(interval.low < value && value < interval.high)
        }
        #expect(Self.loud.measurement(of: .auc, confidence: 0.95) == nil)
        let empty = ClassMeasurement(
            attack: "transmia-svm",
            approach: .freezing,
            shadowSize: 100,
            className: "x",
            members: 0,
            nonMembers: 0,
            accuracy: .nan,
            accuracyInterval: Interval(low: 0, high: 1, confidence: 0.95),
            precision: nil,
            recall: nil,
            auc: nil
        )
        for statistic in ClassMeasurement.figures {
            #expect(empty.measurement(of: statistic, confidence: 0.95)?.value == nil)
        }
        #expect(try result(Self.gate(nil), [Self.calm, empty]).outcome == .inconclusive)
    }

    @Test func smallClassesDecideNothing() throws {
        let small = Self.figures("cow", hits: 5, alarms: 5, size: 10)
        #expect(try result(Self.gate(nil), [Self.calm, small]).outcome == .inconclusive)
        #expect(try result(Self.gate("cat"), [Self.calm, small]).outcome == .pass)
    }

    @Test func selections() throws {
        let control = Self.figures("cat", hits: 48, alarms: 2, attack: "gap", approach: .none)
        let baseline = Self.figures("cat", hits: 48, alarms: 2, approach: .baseline)
        #expect(try result(Self.gate(nil), [Self.calm, control]).outcome == .pass)
        #expect(try result(Self.gate(nil), [Self.calm, baseline]).outcome == .fail)
        let frozen = PoliciesTests.gate(
            statistic: .accuracy,
            threshold: 0.7,
            attacks: .worstAmong([AttackPattern(attack: nil, approach: .freezing)]),
            group: GroupScope(kind: .class, name: nil, sample: SampleSize(members: 50, nonMembers: 50))
        )
        #expect(try result(frozen, [Self.calm, baseline]).outcome == .pass)
    }
}
