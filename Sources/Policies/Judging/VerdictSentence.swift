import AuditCore

/// The sentence beside the verdict.
struct VerdictSentence {
    let verdict: Verdict
    let gates: [GateResult]
    let missing: [AttackReference]
    let evidence: Evidence

    var phrase: Phrase {
        let tally = GateTally(
            gates.map { GateTally.Row(gate: $0.gate, outcome: $0.outcome, isWaived: $0.isWaived) }
        )
        var parts: [Phrase] = []
        if verdict == .pass { parts.append(Phrase(key: "verdict.pass")) }
        if let failed = tally.failed { parts.append(failed) }
        if !missing.isEmpty {
            parts.append(Phrase(key: "verdict.missing", ["attacks": .list(missing.map(reason), .comma)]))
        }
        if gates.isEmpty { parts.append(Phrase(key: "verdict.no-gate")) }
        parts += [tally.undecided, tally.waived].compactMap { $0 }
        return Phrase(key: "sentence", ["parts": .list(parts, .semicolon)])
    }

    private func reason(_ reference: AttackReference) -> Phrase {
        guard let skip = evidence.skip(reference) else { return Phrase(verbatim: "\(reference)") }
        return Phrase(
            key: "verdict.missing-reason",
            ["attack": .words("\(reference)"), "reason": .phrase(skip.reason)]
        )
    }
}
