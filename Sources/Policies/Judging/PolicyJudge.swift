import AuditCore

/// Judges an audit's evidence by a policy (DESIGN.md, sections 7 and 8).
///
/// It computes no figure. An interval at a confidence that the evidence lacks is made only where it follows exactly from
/// the evidence (`RecomputedIntervals`, `ClassMeasurement.measurement`).
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
                limits: limits(policy),
                sha256: digest
            ),
            gates: gates,
            missing: missing.map(\.description),
            risk: risk(gates, isIncomplete: !missing.isEmpty, matrix: policy.matrix)
        )
    }

    /// A measured failure outranks an incomplete audit, which outranks an inconclusive gate.
    private static func verdict(_ gates: [GateResult], missing: [AttackReference]) -> Verdict {
        let counting = gates.filter { !$0.isWaived }
        if counting.contains(where: { $0.outcome == .fail }) { return .fail }
        if gates.isEmpty || !missing.isEmpty { return .incomplete }
        return counting.contains { $0.outcome == .inconclusive } ? .inconclusive : .pass
    }

    /// What the policy does not cover, and in what it is weaker than what it extends.
    private static func limits(_ policy: Policy) -> Phrase {
        let weaker = policy.weakenings.map { weakening in
            Phrase(
                key: "policy.weaker",
                [
                    "base": .words(weakening.base), "subject": .phrase(weakening.subject.phrase),
                    "reason": .words(weakening.reason),
                ]
            )
        }
        return .sentences([Phrase(policyText: policy.limits)] + weaker)
    }

    /// The gravest risk over the gates. What did not run is as likely as what was not decided, and as grave as the gravest
    /// gate.
    private static func risk(_ gates: [GateResult], isIncomplete: Bool, matrix: RiskMatrix) -> Risk? {
        var risks = gates.compactMap(\.risk)
        if isIncomplete, let severity = gates.map(\.severity).max() {
            risks.append(matrix.risk(likelihood: .significant, severity: severity))
        }
        return risks.max {
            ($0.level, $0.severity, $0.likelihood) < ($1.level, $1.severity, $1.likelihood)
        }
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
        let severity = (0..<raises).reduce(gate.severity) { severity, _ in severity.raised }
        return GateResult(
            gate: gate.id,
            title: Phrase(policyText: gate.title),
            outcome: opinion.outcome,
            measurement: opinion.deciding?.measurement,
            statistic: gate.statistic,
            bound: gate.bound,
            threshold: gate.threshold,
            confidence: gate.confidence,
            severity: severity,
            legalBasis: Phrase(policyText: gate.legalBasis),
            rationale: Phrase(policyText: gate.rationale),
            sentence: opinion.sentence,
            recordsToDecide: opinion.recordsToDecide,
            waiver: waiver,
            isWaived: counts && opinion.outcome != .pass,
            risk: policy.matrix.risk(
                likelihood: Likelihood(gate: gate, opinion: opinion).level,
                severity: severity
            )
        )
    }
}
