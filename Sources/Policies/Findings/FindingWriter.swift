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
        return Finding(
            id: "\(isFailure ? "leakage" : "undecided").\(gate.gate)",
            gate: gate.gate,
            title: (isFailure ? "Not met: " : "Not decided: ") + gate.title + (gate.isWaived ? " (waived)" : ""),
            evidence: gate.sentence + waiver(gate),
            severity: isFailure ? gate.severity : min(gate.severity, .medium),
            legalBasis: gate.legalBasis,
            remedy: isFailure ? GateRemedy.failure(gate) : GateRemedy.undecided(gate),
            risk: gate.risk
        )
    }

    private static func waiver(_ gate: GateResult) -> String {
        guard let waiver = gate.waiver else { return "" }
        return gate.isWaived
            ? " Waived by \(waiver.approver) until \(waiver.expires): \(waiver.reason)"
            : " The waiver by \(waiver.approver) expired on \(waiver.expires) and does not count."
    }

    private static func missing(_ attack: String) -> Finding {
        Finding(
            id: "coverage.\(attack)",
            gate: nil,
            title: "A required attack did not run: \(attack)",
            evidence: "The policy requires the attack \(attack), and no measurement of it exists. "
                + "What did not run says nothing about the model.",
            severity: .high,
            legalBasis: "GDPR Art. 32(1)(d); EDPB Opinion 28/2024 ¶55",
            remedy: "Let the attack run: see the reason among the skipped items, mend the manifest, and audit again."
        )
    }

    private static func finding(_ check: ValidityCheck) -> Finding {
        Finding(
            id: "validity.\(check.id)",
            gate: nil,
            title: "A validity check failed: \(check.title)",
            evidence: check.sentence,
            severity: check.affectsGates ? .high : .medium,
            legalBasis: "GDPR Art. 32(1)(d)",
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
                    title: "The file that would leave holds layers that should stay",
                    evidence: "Beyond the cut: \(names(beyond)), with \(Figures.count(count)) parameters. "
                        + "The audit did not cover them.",
                    severity: .high,
                    legalBasis: "GDPR Art. 5(1)(c) and 25(1)",
                    remedy: "Write the file again with the transferred layers only, or move the cut and audit again."
                )
            )
        }
        if !changed.isEmpty {
            findings.append(
                Finding(
                    id: "layers.changed",
                    gate: nil,
                    title: "The file that would leave differs from the source model that was audited",
                    evidence: "Changed: \(names(changed)). "
                        + "The measurements are about the source model, not about these parameters.",
                    severity: .medium,
                    legalBasis: "GDPR Art. 32(1)(d)",
                    remedy: "Audit the model whose layers leave, or write the file again from the audited model."
                )
            )
        }
        return findings
    }

    private static func names(_ comparisons: [LayerComparison]) -> String {
        let shown = comparisons.prefix(10).map(\.layer).joined(separator: ", ")
        return comparisons.count > 10 ? "\(shown) and \(comparisons.count - 10) more" : shown
    }
}
