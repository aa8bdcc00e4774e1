import AuditCore

/// Writes what a reader must know: gates that did not pass, failed checks, missing attacks, layers that should stay.
public enum FindingWriter {
    /// The findings, gravest first.
    ///
    /// Ids: `leakage.<gate>` for a gate that fails, `undecided.<gate>` for an inconclusive one, `coverage.<attack>` for
    /// a required attack that did not run, `validity.<check>`, `layers.beyond-cut` and `layers.changed`.
    ///
    /// - Parameters:
    ///   - judgement: the policy's word.
    ///   - checks: the validity checks.
    ///   - transferred: the file that would leave, layer by layer.
    public static func findings(
        judgement: Judgement,
        checks: [ValidityCheck],
        transferred: [LayerComparison]
    ) -> [Finding] {
        let all =
            judgement.gates.compactMap(finding) + judgement.missing.map(missing)
            + checks.filter { $0.result == .fail }.map(finding) + layers(transferred)
        return all.enumerated()
            .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
            .map(\.element)
    }

    private static func finding(_ gate: GateResult) -> Finding? {
        guard gate.outcome != .pass else { return nil }
        let isFailure = gate.outcome == .fail
        let title = Phrase(key: isFailure ? "finding.not-met" : "finding.not-decided", ["gate": .phrase(gate.title)])
        return Finding(
            id: "\(isFailure ? "leakage" : "undecided").\(gate.gate)",
            gate: gate.gate,
            title: gate.isWaived ? Phrase(key: "finding.waived", ["title": .phrase(title)]) : title,
            evidence: .sentences([gate.sentence] + waiver(gate)),
            severity: isFailure ? gate.severity : min(gate.severity, .medium),
            legalBasis: gate.legalBasis,
            remedy: isFailure ? GateRemedy.failure(gate) : GateRemedy.undecided(gate),
            risk: gate.risk
        )
    }

    private static func waiver(_ gate: GateResult) -> [Phrase] {
        guard let waiver = gate.waiver else { return [] }
        let (approver, day) = (Phrase.Value.words(waiver.approver), Phrase.Value.day(waiver.expires))
        return [
            gate.isWaived
                ? Phrase(
                    key: "finding.waiver",
                    ["approver": approver, "expires": day, "reason": .words(waiver.reason)]
                )
                : Phrase(key: "finding.expired-waiver", ["approver": approver, "expires": day])
        ]
    }

    private static func missing(_ attack: String) -> Finding {
        Finding(
            id: "coverage.\(attack)",
            gate: nil,
            title: Phrase(key: "finding.missing-attack", ["attack": .words(attack)]),
            evidence: Phrase(key: "finding.missing-attack-evidence", ["attack": .words(attack)]),
            severity: .high,
            legalBasis: Phrase(key: "law.testing-edpb"),
            remedy: Phrase(key: "remedy.missing-attack")
        )
    }

    private static func finding(_ check: ValidityCheck) -> Finding {
        Finding(
            id: "validity.\(check.id)",
            gate: nil,
            title: Phrase(key: "finding.failed-check", ["check": .phrase(check.title)]),
            evidence: check.sentence,
            severity: check.affectsGates ? .high : .medium,
            legalBasis: Phrase(key: "law.testing"),
            remedy: GateRemedy.check(check.id)
        )
    }

    private static func layers(_ comparisons: [LayerComparison]) -> [Finding] {
        let beyond = comparisons.filter { $0.result == .beyondCut }
        let changed = comparisons.filter { $0.result == .changed }
        var findings: [Finding] = []
        if !beyond.isEmpty {
            let count = beyond.reduce(0) { $0 + $1.parameters }
            findings.append(
                Finding(
                    id: "layers.beyond-cut",
                    gate: nil,
                    title: Phrase(key: "finding.beyond-cut"),
                    evidence: Phrase(
                        key: "finding.beyond-cut-evidence",
                        ["layers": names(beyond), "count": .count(count)]
                    ),
                    severity: .high,
                    legalBasis: Phrase(key: "law.minimisation"),
                    remedy: Phrase(key: "remedy.beyond-cut")
                )
            )
        }
        if !changed.isEmpty {
            findings.append(
                Finding(
                    id: "layers.changed",
                    gate: nil,
                    title: Phrase(key: "finding.changed-layers"),
                    evidence: Phrase(key: "finding.changed-layers-evidence", ["layers": names(changed)]),
                    severity: .medium,
                    legalBasis: Phrase(key: "law.testing"),
                    remedy: Phrase(key: "remedy.changed-layers")
                )
            )
        }
        return findings
    }

    private static func names(_ comparisons: [LayerComparison]) -> Phrase.Value {
        let shown = Phrase.Value.names(comparisons.prefix(10).map(\.layer))
        guard comparisons.count > 10 else { return shown }
        return .phrase(
            Phrase(key: "names-and-more", ["names": shown, "count": .count(comparisons.count - 10)])
        )
    }
}
