import AuditCore

/// What the policy said, and what follows from it.
enum JudgementJSON {
    static func verdict(_ judgement: Judgement) -> JSONValue {
        .members([
            "result": .string(judgement.verdict.rawValue), "exitCode": .integer(Int(judgement.verdict.exitCode)),
            "reason": .string(judgement.sentence), "missing": .strings(judgement.missing),
        ])
    }

    static func policy(_ policy: PolicySheet) -> JSONValue {
        .members([
            "id": .string(policy.id), "title": .string(policy.title), "purpose": .string(policy.purpose),
            "limits": .string(policy.limits), "sha256": .string(policy.sha256),
        ])
    }

    static func gate(_ gate: GateResult) -> JSONValue {
        let measurement = gate.measurement
        return figures(gate).adding([
            "title": .string(gate.title), "severity": .string(gate.severity.rawValue),
            "sentence": .string(gate.sentence), "legalBasis": .string(gate.legalBasis),
            "rationale": .string(gate.rationale), "attack": .text(measurement?.attack),
            "approach": .text(measurement?.approach.rawValue), "shadowSize": .count(measurement?.shadowSize),
            "members": .count(measurement?.members), "nonMembers": .count(measurement?.nonMembers),
            "recordsToDecide": .count(gate.recordsToDecide), "waiver": gate.waiver.map(waiver),
        ])
    }

    /// What a pipeline compares: the gate, how it ended, and the numbers that decided.
    static func figures(_ gate: GateResult) -> JSONValue {
        .members([
            "gate": .string(gate.gate), "result": .string(gate.outcome.rawValue), "waived": .truth(gate.isWaived),
            "statistic": .string(gate.statistic.rawValue), "bound": .string(gate.bound.rawValue),
            "threshold": .figure(gate.threshold), "confidence": .figure(gate.confidence),
            "measured": .figure(gate.measurement?.value), "low": .figure(gate.measurement?.interval?.low),
            "high": .figure(gate.measurement?.interval?.high),
        ])
    }

    private static func waiver(_ waiver: Waiver) -> JSONValue {
        .members([
            "approver": .string(waiver.approver), "reason": .string(waiver.reason),
            "expires": .string(waiver.expires),
        ])
    }

    static func finding(_ finding: Finding) -> JSONValue {
        .members([
            "id": .string(finding.id), "gate": .text(finding.gate), "title": .string(finding.title),
            "evidence": .string(finding.evidence), "severity": .string(finding.severity.rawValue),
            "legalBasis": .string(finding.legalBasis), "remedy": .string(finding.remedy),
        ])
    }

    static func recommendation(_ recommendation: Recommendation) -> JSONValue {
        .members([
            "countermeasure": .string(recommendation.countermeasure), "title": .string(recommendation.title),
            "heading": .string(recommendation.heading), "sentence": .string(recommendation.sentence),
            "caveat": .string(recommendation.caveat), "reference": .string(recommendation.reference),
            "answers": .strings(recommendation.findings), "helps": .truth(recommendation.helps),
        ])
    }
}
