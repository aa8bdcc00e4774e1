import AuditCore

/// Judges an audit's evidence by a policy; recomputes nothing (DESIGN.md, sections 7 and 8).
public enum PolicyJudge {
    /// The policy's word on the evidence.
    ///
    /// - Parameters:
    ///   - policy: the policy.
    ///   - digest: SHA-256 of `policy.bytes`, in lower-case hexadecimal.
    ///   - evidence: what the audit found.
    ///   - today: the day on which waivers must count.
    public static func judge(
        _ policy: Policy,
        digest: String,
        evidence: Evidence,
        today: CalendarDay
    ) -> Judgement {
        let gates = policy.gates.map { result(of: $0, policy: policy, evidence: evidence, today: today) }
        let missing = policy.requiredAttacks.filter { !evidence.ran($0) }
        let verdict = verdict(gates, missing: missing)
        return Judgement(
            verdict: verdict,
            sentence: VerdictSentence(verdict: verdict, gates: gates, missing: missing, evidence: evidence).phrase,
            policy: PolicySheet(
                id: policy.id,
                title: Phrase(policyText: policy.title),
                purpose: Phrase(policyText: policy.purpose),
                limits: Phrase(policyText: policy.limits),
                sha256: digest
            ),
            gates: gates,
            missing: missing.map(\.description)
        )
    }

    /// A measured failure outranks an incomplete audit, which outranks an inconclusive gate.
    private static func verdict(_ gates: [GateResult], missing: [AttackReference]) -> Verdict {
        let counting = gates.filter { !$0.isWaived }
        if counting.contains(where: { $0.outcome == .fail }) { return .fail }
        if gates.isEmpty || !missing.isEmpty { return .incomplete }
        return counting.contains { $0.outcome == .inconclusive } ? .inconclusive : .pass
    }

    private static func result(
        of gate: Gate,
        policy: Policy,
        evidence: Evidence,
        today: CalendarDay
    ) -> GateResult {
        let opinion = GateJudge(gate: gate, policy: policy, evidence: evidence).opinion()
        let waiver = policy.waivers.filter { $0.gate == gate.id }.max { $0.expires < $1.expires }
        let counts = waiver.flatMap { CalendarDay($0.expires) }.map { today <= $0 } ?? false
        let raises = policy.severityRules.filter { $0.applies(in: evidence.context) }.count
        return GateResult(
            gate: gate.id,
            title: Phrase(policyText: gate.title),
            outcome: opinion.outcome,
            measurement: opinion.deciding?.measurement,
            statistic: gate.statistic,
            bound: gate.bound,
            threshold: gate.threshold,
            confidence: gate.confidence,
            severity: (0..<raises).reduce(gate.severity) { severity, _ in severity.raised },
            legalBasis: Phrase(policyText: gate.legalBasis),
            rationale: Phrase(policyText: gate.rationale),
            sentence: opinion.sentence,
            recordsToDecide: opinion.recordsToDecide,
            waiver: waiver,
            isWaived: counts && opinion.outcome != .pass
        )
    }
}
