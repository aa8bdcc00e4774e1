import AuditCore
import Policies

/// One row of the table of DESIGN.md section 8: where an interval lies, what else holds, and what must be said.
///
/// What must be said is written down with each case, not computed from the interval.
struct VerdictRow: Sendable, CustomStringConvertible {
    /// Where the interval lies for a policy that sets an upper limit; mirrored for a lower one.
    enum Place: CaseIterable {
        case inside, touchingFromInside, acrossWithValueInside, acrossWithValueOutside, touchingFromOutside, outside

        /// Low end, value and high end, as distances from the threshold.
        var distances: (low: Double, value: Double, high: Double) {
            switch self {
            case .inside: (-0.04, -0.03, -0.02)
            case .touchingFromInside: (-0.04, -0.02, 0)
            case .acrossWithValueInside: (-0.04, -0.01, 0.03)
            case .acrossWithValueOutside: (-0.03, 0.01, 0.04)
            case .touchingFromOutside: (0, 0.02, 0.04)
            case .outside: (0.02, 0.03, 0.04)
            }
        }

        /// What the gate must say when nothing else stands in the way.
        var outcome: GateOutcome {
            switch self {
            case .inside, .touchingFromInside: .pass
            case .acrossWithValueInside, .acrossWithValueOutside, .touchingFromOutside: .inconclusive
            case .outside: .fail
            }
        }
    }

    /// What else holds.
    enum Condition: CaseIterable {
        case plain, waived, waivedToday, expired, missingAttack, missingAttackWaived, failedCheck, failedCheckWaived
        case notMeasured, notLearned, smallSample, otherConfidence
    }

    let bound: Bound
    let threshold: Double
    let place: Place
    let condition: Condition

    /// Every combination.
    static func all(thresholds: [Double]) -> [VerdictRow] {
        Bound.allCases.flatMap { bound in
            thresholds.flatMap { threshold in
                Place.allCases.flatMap { place in
                    Condition.allCases.map {
                        VerdictRow(bound: bound, threshold: threshold, place: place, condition: $0)
                    }
                }
            }
        }
    }

    var description: String { "\(bound.rawValue) \(threshold), \(place), \(condition)" }

    /// How the gate must end, a waiver aside.
    var outcome: GateOutcome {
        switch condition {
        case .plain, .waived, .waivedToday, .expired, .missingAttack, .missingAttackWaived: place.outcome
        case .notLearned: place == .outside ? .fail : .inconclusive
        case .failedCheck, .failedCheckWaived, .notMeasured, .smallSample, .otherConfidence: .inconclusive
        }
    }

    /// Whether a waiver must count.
    var isWaived: Bool {
        switch condition {
        case .waived, .waivedToday, .missingAttackWaived, .failedCheckWaived: outcome != .pass
        default: false
        }
    }

    /// What the audit must say.
    var verdict: Verdict {
        switch condition {
        case .waived, .waivedToday, .failedCheckWaived: .pass
        case .missingAttackWaived: .incomplete
        case .missingAttack: outcome == .fail ? .fail : .incomplete
        default:
            switch outcome {
            case .pass: .pass
            case .fail: .fail
            case .inconclusive: .inconclusive
            }
        }
    }

    /// With what the program must end.
    var exitCode: Int {
        switch verdict {
        case .pass: 0
        case .fail: 1
        case .incomplete: 2
        case .inconclusive: 3
        }
    }
}
