import AuditCore

/// A depth curve.
enum DepthJSON {
    static func curve(_ curve: DepthCurve) -> JSONValue {
        .members([
            "verdict": .string(curve.verdict.rawValue), "recommended": .text(curve.recommended),
            "sentence": .said(curve.sentence), "policy": .string(curve.policy), "looks": .integer(curve.looks),
            "confidence": .figure(curve.confidence), "attacks": .strings(curve.attacks),
            "unjudged": .list(curve.unjudged) { .members(["name": .string($0)]) },
            "utilityNote": curve.utilityNote.map { .said($0) },
            "control": curve.control.map(TrialJSON.leakage), "baseline": row(curve.baseline),
            "rows": .list(curve.rows, row),
        ])
    }

    private static func row(_ row: DepthRow) -> JSONValue {
        .members([
            "cut": .text(row.cut.isEmpty ? nil : row.cut), "sharedParameters": .integer(row.sharedParameters),
            "approach": .string(row.approach.rawValue), "verdict": .string(row.verdict.rawValue),
            "leakage": row.leakage.map(TrialJSON.leakage), "gates": .list(row.gates, gate),
            "utility": row.utility.map(TrialJSON.utility),
        ])
    }

    private static func gate(_ gate: DepthGate) -> JSONValue {
        .members([
            "gate": .string(gate.gate), "result": .string(gate.outcome.rawValue), "waived": .truth(gate.isWaived),
            "attack": .text(gate.attack), "measured": .figure(gate.measured), "sentence": .said(gate.sentence),
            "recordsToDecide": .count(gate.recordsToDecide),
        ]).adding(RecordJSON.interval(gate.interval))
    }
}
