import AuditCore

/// What the policy said, and what follows from it.
enum JudgementJSON {
    static func verdict(_ judgement: Judgement) -> JSONValue {
        .members([
            "result": .string(judgement.verdict.rawValue), "exitCode": .integer(Int(judgement.verdict.exitCode)),
            "reason": .said(judgement.sentence), "missing": .strings(judgement.missing),
            "severity": .text(judgement.risk?.severity.rawValue),
            "likelihood": .text(judgement.risk?.likelihood.rawValue), "risk": .text(judgement.risk?.level.rawValue),
        ])
    }

    static func policy(_ policy: PolicySheet) -> JSONValue {
        .members([
            "id": .string(policy.id), "title": .said(policy.title), "purpose": .said(policy.purpose),
            "limits": .said(policy.limits), "sha256": .string(policy.sha256),
        ])
    }

    static func gate(_ gate: GateResult) -> JSONValue {
        let measurement = gate.measurement
        return figures(gate).adding([
            "title": .said(gate.title), "severity": .string(gate.severity.rawValue),
            "sentence": .said(gate.sentence), "legalBasis": .said(gate.legalBasis),
            "rationale": .said(gate.rationale), "attack": .text(measurement?.attack),
            "approach": .text(measurement?.approach.rawValue), "shadowSize": .count(measurement?.shadowSize),
            "members": .count(measurement?.members), "nonMembers": .count(measurement?.nonMembers),
            "recordsToDecide": .count(gate.recordsToDecide), "waiver": gate.waiver.map(waiver),
            "group": .text(measurement?.group?.kind.rawValue), "groupName": .text(measurement?.group?.name),
            "likelihood": .text(gate.risk?.likelihood.rawValue), "risk": .text(gate.risk?.level.rawValue),
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
            "intervalConfidence": .figure(otherConfidence(gate)),
        ])
    }

    /// The level of an interval that is not at the gate's confidence.
    private static func otherConfidence(_ gate: GateResult) -> Double? {
        gate.measurement?.interval.map(\.confidence).flatMap { $0 == gate.confidence ? nil : $0 }
    }

    private static func waiver(_ waiver: Waiver) -> JSONValue {
        .members([
            "approver": .string(waiver.approver), "reason": .string(waiver.reason),
            "expires": .string(waiver.expires),
        ])
    }

    static func finding(_ finding: Finding) -> JSONValue {
        .members([
            "id": .string(finding.id), "gate": .text(finding.gate), "title": .said(finding.title),
            "evidence": .said(finding.evidence), "severity": .string(finding.severity.rawValue),
            "legalBasis": .said(finding.legalBasis), "remedy": .said(finding.remedy),
            "likelihood": .text(finding.risk?.likelihood.rawValue), "risk": .text(finding.risk?.level.rawValue),
        ])
    }

    static func recommendation(_ recommendation: Recommendation) -> JSONValue {
        .members([
            "countermeasure": .string(recommendation.countermeasure), "title": .said(recommendation.title),
            "heading": .said(recommendation.heading), "sentence": .said(recommendation.sentence),
            "caveat": .said(recommendation.caveat), "reference": .said(recommendation.reference),
            "answers": .strings(recommendation.findings), "helps": .truth(recommendation.helps),
        ])
    }
}
