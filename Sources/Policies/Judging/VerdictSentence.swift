import AuditCore

/// The sentence beside the verdict.
struct VerdictSentence {
    let verdict: Verdict
    let gates: [GateResult]
    let missing: [AttackReference]
    let evidence: Evidence

    var phrase: Phrase {
        let waived = gates.filter(\.isWaived).map(\.gate)
        let failed = gates.filter { $0.outcome == .fail && !$0.isWaived }.map(\.gate)
        let open = gates.filter { $0.outcome == .inconclusive && !$0.isWaived }.map(\.gate)
        var parts: [Phrase] = []
        if verdict == .pass { parts.append(Phrase(key: "verdict.pass")) }
        if !failed.isEmpty { parts.append(share(failed, of: "verdict.failed")) }
        if !missing.isEmpty {
            parts.append(Phrase(key: "verdict.missing", ["attacks": .list(missing.map(reason), .comma)]))
        }
        if gates.isEmpty { parts.append(Phrase(key: "verdict.no-gate")) }
        if !open.isEmpty { parts.append(share(open, of: "verdict.undecided")) }
        if !waived.isEmpty { parts.append(share(waived, of: "verdict.waived")) }
        return Phrase(key: "sentence", ["parts": .list(parts, .semicolon)])
    }

    private func reason(_ reference: AttackReference) -> Phrase {
        guard let skip = evidence.skip(reference) else { return Phrase(verbatim: "\(reference)") }
        return Phrase(
            key: "verdict.missing-reason",
            ["attack": .words("\(reference)"), "reason": .phrase(skip.reason)]
        )
    }

    private func share(_ names: [String], of key: String) -> Phrase {
        Phrase(key: key, ["count": .whole(names.count), "total": .whole(gates.count), "gates": .names(names)])
    }
}
