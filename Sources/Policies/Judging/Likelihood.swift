import AuditCore

/// How likely it is that an adversary tells members from non-members, from where the intervals of a gate lie.
///
/// - Maximum: the whole interval is beyond the threshold (the gate fails).
/// - Significant: it is not decided, for whatever reason: what is not known is not taken for small.
/// - Limited: within the threshold, and above chance; or nothing says how near to chance it is, as with a lower bound.
/// - Negligible: within the threshold, and no interval lies above chance.
struct Likelihood {
    let gate: Gate
    let opinion: GateOpinion

    var level: RiskLevel {
        switch opinion.outcome {
        case .fail: .maximum
        case .inconclusive: .significant
        case .pass: isAtChance ? .negligible : .limited
        }
    }

    private var isAtChance: Bool {
        guard gate.bound == .atMost, gate.statistic != .epsilonLowerBound, let chance = gate.statistic.chance else {
            return false
        }
        return opinion.opinions.allSatisfy { opinion in
            opinion.measurement.interval.map { $0.low <= chance } ?? false
        }
    }
}
