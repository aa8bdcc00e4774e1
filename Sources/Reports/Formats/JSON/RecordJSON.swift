import AuditCore

/// A record as JSON: the parts of report.xml under the names they have there.
enum RecordJSON {
    /// Names the schema that the document is valid against.
    static let schema = "urn:layeraudit:report-json:1"

    static func value(_ record: AuditRecord, language: String?) -> JSONValue {
        .members([
            "$schema": .string(schema), "language": .string(language ?? "en"),
            "title": .string(record.title),
            "verdict": JudgementJSON.verdict(record.judgement),
            "context": SheetJSON.context(record.context),
            "model": SheetJSON.model(record.model),
            "transferred": .list(record.transferred, SheetJSON.comparison),
            "data": .list(record.data, SheetJSON.dataSet),
            "targets": .list(record.target, SheetJSON.target),
            "shadows": .list(record.shadows, SheetJSON.shadow),
            "attacks": .list(record.attacks, AttackJSON.attack),
            "outcomes": .list(record.outcomes, AttackJSON.outcome),
            "contributions": .list(record.contributions, EvidenceJSON.contribution),
            "uncertainties": .list(record.uncertainties, EvidenceJSON.uncertainty),
            "measurements": .list(record.measurements, EvidenceJSON.measurement),
            "classMeasurements": .list(record.classMeasurements, EvidenceJSON.classMeasurement),
            "costs": .list(record.costs, AttackJSON.cost),
            "checks": .list(record.checks, EvidenceJSON.check),
            "skips": .list(record.skips, EvidenceJSON.skip),
            "coverage": .list(record.coverage, EvidenceJSON.coverage),
            "policy": JudgementJSON.policy(record.judgement.policy),
            "gates": .list(record.judgement.gates, JudgementJSON.gate),
            "findings": .list(record.findings, JudgementJSON.finding),
            "recommendations": .list(record.recommendations, JudgementJSON.recommendation),
            "trials": .list(record.trials, TrialJSON.trial), "advice": record.advice.map(TrialJSON.advice),
            "depth": record.depth.map(DepthJSON.curve),
            "figures": .list(record.figures, FigureJSON.figure),
            "exposure": record.exposure.map(ExposureJSON.exposure),
            "provenance": SheetJSON.provenance(record.provenance),
        ])
    }

    /// Which attack, under which approach, with how many shadow records.
    static func combination(_ attack: String, _ approach: Approach, _ shadowSize: Int) -> JSONValue {
        .members([
            "attack": .string(attack), "approach": .string(approach.rawValue), "shadowSize": .integer(shadowSize),
        ])
    }

    /// An interval's ends and level; no member without one.
    static func interval(_ interval: Interval?) -> [String: JSONValue?] {
        guard let interval, !interval.low.isNaN, !interval.high.isNaN else { return [:] }
        return [
            "low": .figure(interval.low), "high": .figure(interval.high), "confidence": .figure(interval.confidence),
        ]
    }
}
