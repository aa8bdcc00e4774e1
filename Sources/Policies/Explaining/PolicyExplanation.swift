import AuditCore

/// A policy in words: what would pass, and what it does not say.
public enum PolicyExplanation {
    /// The lines, without line breaks of their own; headings end with a colon.
    ///
    /// - Parameters:
    ///   - policy: the policy.
    ///   - today: the day on which waivers are looked at.
    public static func lines(_ policy: Policy, today: CalendarDay) -> [String] {
        head(policy) + requirements(policy) + policy.gates.flatMap { gate($0) } + severity(policy)
            + waivers(policy, today: today) + verdict
    }

    private static func head(_ policy: Policy) -> [String] {
        var lines = [
            "\(policy.id) \(policy.version): \(policy.title)", "", "Purpose: \(policy.purpose)",
            "Does not cover: \(policy.limits)",
        ]
        if policy.sources.count > 1 {
            lines.append("Read from: \(policy.sources.map(\.file).joined(separator: ", which extends "))")
            lines += policy.weakenings.map { "  \($0)" }
            if policy.weakenings.isEmpty { lines.append("  It weakens nothing of what it extends.") }
        }
        lines += policy.ignoredExtensions.map { "Left aside: the extension '\($0)', which is not critical." }
        return lines
    }

    private static func requirements(_ policy: Policy) -> [String] {
        [
            "", "An audit passes when all of this holds:",
            "- These attacks ran: \(policy.requiredAttacks.map(\.description).joined(separator: ", ")).",
            "- Each figure rests on at least \(policy.sample), and no fewer than its attack needs.",
        ]
    }

    private static func gate(_ gate: Gate) -> [String] {
        let limit = PolicyNumbers.exact(gate.threshold)
        let level = PolicyNumbers.percent(gate.confidence)
        let (near, far) = gate.bound == .atMost ? ("upper", "lower") : ("lower", "upper")
        let beyond = gate.bound == .atMost ? "above" : "below"
        let rule =
            gate.statistic == .epsilonLowerBound
            ? "passes if the bound, at \(level) confidence, is \(gate.bound.words) \(limit), which shows no loss beyond it "
                + "but not that there is none; fails if it is \(beyond)."
            : "passes if the \(near) end of the \(level) interval is \(gate.bound.words) \(limit); fails if the \(far) end "
                + "is \(beyond) it; is inconclusive otherwise."
        return [
            "- Gate '\(gate.id)', \(gate.title): \(gate.statistic.title) of \(gate.attacks.words)\(scope(gate)) \(rule)",
            "    Severity of a failure: \(gate.severity.rawValue). Legal basis: \(gate.legalBasis)",
            "    Why: \(gate.rationale)",
        ]
    }

    private static func scope(_ gate: Gate) -> String {
        guard let group = gate.group else { return "" }
        let shared = group.name == nil ? ", all \(group.kind.plural) together at the confidence" : ""
        let sample = group.sample.map { ", each with at least \($0)" } ?? ""
        return " in \(group)\(shared)\(sample),"
    }

    private static func severity(_ policy: Policy) -> [String] {
        var lines = ["", "Severity and risk:"]
        lines += policy.severityRules.map { "- \($0.words)" }
        lines.append(
            "- Likelihood is negligible where a gate is met and its intervals reach down to chance, limited where it is met, "
                + "significant where it is not decided, maximum where it is violated. A waiver does not lower it."
        )
        for severity in Severity.allCases {
            let cells = RiskLevel.allCases.map { likelihood in
                "\(likelihood.rawValue) → \(policy.matrix.level(likelihood: likelihood, severity: severity).rawValue)"
            }
            lines.append("- Risk at severity \(severity.rawValue), by likelihood: \(cells.joined(separator: ", "))")
        }
        return lines
    }

    private static func waivers(_ policy: Policy, today: CalendarDay) -> [String] {
        guard !policy.waivers.isEmpty else { return ["", "Waivers: none."] }
        return ["", "Waivers on \(today), in UTC:"]
            + policy.waivers.map { waiver in
                let counts = CalendarDay(waiver.expires).map { today <= $0 } ?? false
                let state =
                    counts
                    ? "counts to the end of \(waiver.expires), UTC"
                    : "EXPIRED at the end of \(waiver.expires), UTC, and does not count"
                return "- Gate '\(waiver.gate)': \(state); approved by \(waiver.approver): \(waiver.reason)"
            }
    }

    private static var verdict: [String] {
        [
            "", "Verdicts, gravest first:",
            "- fail (exit code 1): a gate fails that is not waived.",
            "- incomplete (2): a required attack did not run; this cannot be waived.",
            "- inconclusive (3): a gate that is not waived is inconclusive, for which a failed validity check is enough.",
            "- pass (0): every gate passes or is waived.",
        ]
    }
}

extension RecordGroup.Kind {
    /// The word for several.
    fileprivate var plural: String {
        switch self {
        case .class: "classes"
        }
    }
}
