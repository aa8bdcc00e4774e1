import AuditCore

/// The rules of a run: what the policy, the checks and the findings of the record are about.
struct SARIFRules {
    private var indices: [String: Int] = [:]
    private(set) var values: [JSONValue] = []

    /// The rules of the record, then those that only the baseline has.
    init(record: AuditRecord, baseline: AuditRecord?) {
        for audit in [record, baseline].compactMap(\.self) {
            let gates = audit.judgement.gates
            for gate in gates { add(Self.id(gate: gate.gate), Self.rule(gate, findings: audit.findings)) }
            for check in audit.checks { add(Self.id(check: check.id), Self.rule(check)) }
            for result in SARIFResult.all(in: audit) {
                if let finding = result.finding { add(result.rule, Self.rule(finding)) }
            }
        }
    }

    func index(_ id: String) -> Int? { indices[id] }

    static func id(gate: String) -> String { "gate/\(gate)" }
    static func id(check: String) -> String { "check/\(check)" }
    static func id(finding: String) -> String { "finding/\(finding)" }

    private mutating func add(_ id: String, _ rule: JSONValue) {
        guard indices[id] == nil else { return }
        indices[id] = values.count
        values.append(rule.adding(["id": .string(id)]))
    }

    private static func rule(_ gate: GateResult, findings: [Finding]) -> JSONValue {
        let remedy = findings.first { $0.gate == gate.gate }?.remedy.text
        return .members([
            "shortDescription": message(gate.title.text),
            "fullDescription": message(gate.rationale.text),
            "help": remedy.map(message),
            "defaultConfiguration": .members(["level": .string("error")]),
            "properties": properties(gate.severity, gate.legalBasis.text).adding([
                "statistic": .string(gate.statistic.rawValue), "bound": .string(gate.bound.rawValue),
                "threshold": .figure(gate.threshold), "confidence": .figure(gate.confidence),
            ]),
        ])
    }

    private static func rule(_ check: ValidityCheck) -> JSONValue {
        .members([
            "shortDescription": message(check.title.text),
            "fullDescription": message(
                check.affectsGates
                    ? "A validity check: where it fails, affected gates are inconclusive."
                    : "A validity check that is told beside the gates."
            ),
            "defaultConfiguration": .members(["level": .string("warning")]),
            "properties": .members(["tags": .strings(["validity"])]),
        ])
    }

    private static func rule(_ finding: Finding) -> JSONValue {
        .members([
            "shortDescription": message(finding.title.text),
            "help": message(finding.remedy.text),
            "defaultConfiguration": .members(["level": .string(SARIFResult.level(finding.severity))]),
            "properties": properties(finding.severity, finding.legalBasis.text),
        ])
    }

    private static func properties(_ severity: Severity, _ legalBasis: String) -> JSONValue {
        .members([
            "tags": .strings(["privacy", "membership-inference"]), "legalBasis": .string(legalBasis),
            "severity": .string(severity.rawValue), "security-severity": .string(score(severity)),
        ])
    }

    /// The scale on which code scanning sorts: above 9 critical, 7 high, 4 medium.
    private static func score(_ severity: Severity) -> String {
        switch severity {
        case .low: "3.0"
        case .medium: "5.0"
        case .high: "8.0"
        case .critical: "9.5"
        }
    }

    private static func message(_ text: String) -> JSONValue {
        .members(["text": .string(text.isEmpty ? "Not stated." : text)])
    }
}
