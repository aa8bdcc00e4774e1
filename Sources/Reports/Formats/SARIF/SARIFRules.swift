import AuditCore

/// The rules of a run: what the policy, the checks and the findings of the record are about.
struct SARIFRules {
    private let language: Language
    private var indices: [String: Int] = [:]
    private(set) var values: [JSONValue] = []

    /// The rules of the record, then those that only the baseline has.
    init(record: AuditRecord, baseline: AuditRecord?, language: Language) {
        self.language = language
        for audit in [record, baseline].compactMap(\.self) {
            let gates = audit.judgement.gates
            for gate in gates { add(Self.id(gate: gate.gate), rule(gate, findings: audit.findings)) }
            for check in audit.checks { add(Self.id(check: check.id), rule(check)) }
            for result in SARIFResult.all(in: audit, language: language) {
                if let finding = result.finding { add(result.rule, rule(finding)) }
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

    private func rule(_ gate: GateResult, findings: [Finding]) -> JSONValue {
        let remedy = findings.first { $0.gate == gate.gate }?.remedy
        return .members([
            "shortDescription": message(gate.title),
            "fullDescription": message(gate.rationale),
            "help": remedy.map(message),
            "defaultConfiguration": .members(["level": .string("error")]),
            "properties": properties(gate.severity, gate.legalBasis).adding([
                "statistic": .string(gate.statistic.rawValue), "bound": .string(gate.bound.rawValue),
                "threshold": .figure(gate.threshold), "confidence": .figure(gate.confidence),
            ]),
        ])
    }

    private func rule(_ check: ValidityCheck) -> JSONValue {
        .members([
            "shortDescription": message(check.title),
            "fullDescription": message(
                Phrase(key: check.affectsGates ? "pipeline.check-decides" : "pipeline.check-informs")
            ),
            "defaultConfiguration": .members(["level": .string("warning")]),
            "properties": .members(["tags": .strings(["validity"])]),
        ])
    }

    private func rule(_ finding: Finding) -> JSONValue {
        .members([
            "shortDescription": message(finding.title),
            "help": message(finding.remedy),
            "defaultConfiguration": .members(["level": .string(SARIFResult.level(finding.severity))]),
            "properties": properties(finding.severity, finding.legalBasis),
        ])
    }

    private func properties(_ severity: Severity, _ legalBasis: Phrase) -> JSONValue {
        .members([
            "tags": .strings(["privacy", "membership-inference"]), "legalBasis": .string(legalBasis.text(in: language)),
            "severity": .string(severity.rawValue), "security-severity": .string(Self.score(severity)),
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

    private func message(_ phrase: Phrase) -> JSONValue {
        let said = phrase.isEmpty ? Phrase(key: "pipeline.not-stated") : phrase
        return .members(["text": .string(said.text(in: language))])
    }
}
