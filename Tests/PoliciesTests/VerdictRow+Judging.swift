import AuditCore
import Policies

extension VerdictRow {
    static let today = "2026-11-20"

    var measurement: Measurement {
        let (low, value, high) = place.distances
        let sign: Double = bound == .atMost ? 1 : -1
        let ends = [threshold + sign * low, threshold + sign * high].sorted()
        let records = condition == .smallSample ? 99 : 1000
        return Measurement(
            attack: "transmia-svm",
            approach: .freezing,
            shadowSize: 100,
            statistic: .auc,
            value: threshold + sign * value,
            interval: Interval(low: ends[0], high: ends[1], confidence: condition == .otherConfidence ? 0.9 : 0.95),
            method: "",
            members: records,
            nonMembers: records
        )
    }

    private var waivers: [Waiver] {
        let day: String? =
            switch condition {
            case .waived, .missingAttackWaived, .failedCheckWaived: "2027-01-01"
            case .waivedToday: Self.today
            case .expired: "2026-11-19"
            default: nil
            }
        return day.map { [Waiver(gate: "auc", approver: "A. Person", reason: "Pilot.", expires: $0)] } ?? []
    }

    var policy: Policy {
        Policy(
            id: "matrix",
            title: "Matrix",
            version: "1",
            purpose: "purpose",
            limits: "limits",
            sample: SampleSize(members: 100, nonMembers: 100),
            requiredAttacks: [.missingAttack, .missingAttackWaived].contains(condition)
                ? [AttackReference(attack: "gap")] : [],
            gates: [
                Gate(
                    id: "auc",
                    title: "AUC",
                    statistic: .auc,
                    bound: bound,
                    threshold: threshold,
                    confidence: 0.95,
                    severity: .medium,
                    legalBasis: "basis",
                    rationale: "rationale"
                )
            ],
            waivers: waivers
        )
    }

    var evidence: Evidence {
        let isChecked = [.failedCheck, .failedCheckWaived].contains(condition)
        let check = ValidityCheck(id: "blind-classifier", title: "Blind", result: .fail, sentence: "AUC 0.8.")
        let state: AttackOutcome.State = condition == .notLearned ? .didNotLearn : .noEvidence
        return Evidence(
            attacks: [],
            measurements: condition == .notMeasured ? [] : [measurement],
            outcomes: [
                AttackOutcome(
                    attack: "transmia-svm",
                    approach: .freezing,
                    shadowSize: 100,
                    state: state,
                    shadowAUC: 0.7,
                    sentence: ""
                )
            ],
            checks: isChecked ? [check] : [],
            skips: [],
            context: AuditContext(controller: nil, recipient: nil, release: .partner, dataCategories: [])
        )
    }

    /// What the policy says.
    var judgement: Judgement? {
        CalendarDay(Self.today).map { PolicyJudge.judge(policy, digest: "", evidence: evidence, today: $0) }
    }
}
