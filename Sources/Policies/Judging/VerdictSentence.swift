import AuditCore

/// The sentence beside the verdict.
struct VerdictSentence {
    let verdict: Verdict
    let gates: [GateResult]
    let missing: [AttackReference]
    let evidence: Evidence

    var text: String {
        let waived = gates.filter(\.isWaived).map(\.gate)
        let failed = gates.filter { $0.outcome == .fail && !$0.isWaived }.map(\.gate)
        let open = gates.filter { $0.outcome == .inconclusive && !$0.isWaived }.map(\.gate)
        var parts: [String] = []
        if !failed.isEmpty { parts.append("\(share(failed)) not met") }
        if !missing.isEmpty {
            let reasons = missing.map { reference in
                evidence.skip(reference).map { "\(reference) (\($0.reason.trimmingPeriod))" } ?? "\(reference)"
            }
            parts.append("the policy requires attacks that did not run: \(reasons.joined(separator: ", "))")
        }
        if gates.isEmpty { parts.append("the policy has no gate") }
        if !open.isEmpty { parts.append("\(share(open)) undecided") }
        if !waived.isEmpty { parts.append("\(share(waived)) waived") }
        if verdict == .pass { parts.insert("every gate that is not waived is met", at: 0) }
        let sentence = parts.joined(separator: "; ")
        return sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
    }

    private func share(_ names: [String]) -> String {
        "\(names.count) of \(gates.count) gates (\(names.joined(separator: ", "))) \(names.count == 1 ? "is" : "are")"
    }
}
