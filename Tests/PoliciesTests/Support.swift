import AuditCore
import Diagnostics
import Testing

@testable import Policies

/// Attacks as their targets describe them, as far as policies look.
let knownAttacks: [AttackDescriptor] =
    ["transmia-dnn", "transmia-svm", "transmia-entropy"].map {
        attack($0, approaches: [.baseline, .freezing, .fineTuning, .given])
    } + [
        attack("target-blackbox-dnn", approaches: [.freezing, .fineTuning]),
        attack("target-attribute", approaches: [.freezing], smallestSample: 4),
        attack("gap", approaches: [.none], isControl: true),
        attack("student-dnn", approaches: [.freezing, .fineTuning], population: .target),
    ]

private func attack(
    _ id: String,
    approaches: [Approach],
    smallestSample: Int = 20,
    isControl: Bool = false,
    population: Population = .source
) -> AttackDescriptor {
    AttackDescriptor(
        id: id,
        title: Phrase(verbatim: id),
        sentence: "",
        reference: "",
        access: [],
        knowledge: [],
        approaches: approaches,
        smallestSample: smallestSample,
        score: "",
        isControl: isControl,
        population: population
    )
}

/// A gate with what a test does not care about filled in.
func gate(
    _ id: String = "auc",
    statistic: Statistic = .auc,
    bound: Bound = .atMost,
    threshold: Double = 0.6,
    confidence: Double = 0.95,
    severity: Severity = .medium,
    attacks: AttackSelection = .worstOf,
    group: GroupScope? = nil
) -> Gate {
    Gate(
        id: id,
        title: id,
        statistic: statistic,
        bound: bound,
        threshold: threshold,
        confidence: confidence,
        severity: severity,
        attacks: attacks,
        group: group,
        legalBasis: "basis",
        rationale: "rationale"
    )
}

func policy(
    gates: [Gate],
    requires: [AttackReference] = [],
    rules: [SeverityRule] = [],
    waivers: [Waiver] = [],
    sample: SampleSize = SampleSize(members: 100, nonMembers: 100)
) -> Policy {
    Policy(
        id: "test",
        title: "Test",
        version: "1",
        purpose: "purpose",
        limits: "limits",
        sample: sample,
        requiredAttacks: requires,
        severityRules: rules,
        gates: gates,
        waivers: waivers
    )
}

func measurement(
    _ attack: String = "transmia-svm",
    _ approach: Approach = .freezing,
    size: Int = 100,
    statistic: Statistic = .auc,
    value: Double?,
    low: Double? = nil,
    high: Double? = nil,
    confidence: Double = 0.95,
    members: Int = 1000,
    nonMembers: Int = 1000,
    note: Phrase? = nil,
    population: Population = .source
) -> Measurement {
    var interval: Interval?
    if let low, let high { interval = Interval(low: low, high: high, confidence: confidence) }
    return Measurement(
        attack: attack,
        approach: approach,
        shadowSize: size,
        statistic: statistic,
        value: value,
        interval: interval,
        method: "",
        members: members,
        nonMembers: nonMembers,
        note: note,
        population: population
    )
}

func outcome(
    _ attack: String = "transmia-svm",
    _ approach: Approach = .freezing,
    size: Int = 100,
    state: AttackOutcome.State = .noEvidence
) -> AttackOutcome {
    AttackOutcome(attack: attack, approach: approach, shadowSize: size, state: state, shadowAUC: 0.7, sentence: "")
}

/// Evidence in which every measured attack learned, unless `outcomes` says otherwise.
func evidence(
    _ measurements: [Measurement],
    outcomes: [AttackOutcome]? = nil,
    classes: [ClassMeasurement] = [],
    checks: [ValidityCheck] = [],
    skips: [Skip] = [],
    categories: [String] = [],
    release: ReleaseContext = .partner
) -> Evidence {
    Evidence(
        attacks: knownAttacks.filter { attack in
            measurements.contains { $0.attack == attack.id } || classes.contains { $0.attack == attack.id }
        },
        measurements: measurements,
        classMeasurements: classes,
        outcomes: outcomes ?? measurements.map { outcome($0.attack, $0.approach, size: $0.shadowSize) }
            + classes.map { outcome($0.attack, $0.approach, size: $0.shadowSize) },
        checks: checks,
        skips: skips,
        context: AuditContext(controller: nil, recipient: nil, release: release, dataCategories: categories)
    )
}

func judge(_ policy: Policy, _ evidence: Evidence, today: String = "2026-11-20") throws -> Judgement {
    PolicyJudge.judge(policy, digest: "d", evidence: evidence, today: try #require(CalendarDay(today)))
}

extension PolicyIssue {
    /// The line; nil where the place has none.
    var line: Int? { if case .file(_, let line?, _) = location { line } else { nil } }

    /// The column; nil where the place has none.
    var column: Int? { if case .file(_, _, let column?) = location { column } else { nil } }
}
