import AuditCore

/// One result: a gate that does not pass, a failed check, or a finding of another kind.
struct SARIFResult {
    /// The rule's id.
    let rule: String
    let level: String
    let text: String
    /// The numbers a gate was judged by; nil for other findings.
    let gate: GateResult?
    /// What a rule of its own is made from; nil where the rule is a gate's or a check's.
    let finding: Finding?
    /// What the gate's waiver says, counting or expired; nil without one.
    let waiver: String?

    /// The results of an audit: gates in the policy's order, then the other findings.
    static func all(in record: AuditRecord, language: Language) -> [SARIFResult] {
        let gates = record.judgement.gates.filter { $0.outcome != .pass }
        let known = Set(record.judgement.gates.map(\.gate))
        let ofGates = gates.map { gate in
            SARIFResult(gate: gate, findings: record.findings.filter { $0.gate == gate.gate }, language: language)
        }
        let checks = Set(record.checks.map(\.id))
        let others = record.findings.filter { $0.gate.map { !known.contains($0) } ?? true }
            .map { SARIFResult(finding: $0, checks: checks, language: language) }
        let told = Set(others.map(\.rule))
        let failed = record.checks.filter { $0.result == .fail && !told.contains(SARIFRules.id(check: $0.id)) }
        let missing = record.judgement.missing.map { SARIFResult(missing: $0, language: language) }
            .filter { !told.contains($0.rule) }
        return ofGates + others + missing + failed.map { SARIFResult(check: $0, language: language) }
    }

    private init(gate: GateResult, findings: [Finding], language: Language) {
        let words = GateWords(gate: gate, in: language)
        let head = Phrase(
            key: "pipeline.gate",
            ["title": .phrase(gate.title), "result": .phrase(gate.outcome.title)]
        )
        let remedies = findings.map { $0.remedy.text(in: language) }
        rule = SARIFRules.id(gate: gate.gate)
        level = gate.outcome == .fail ? "error" : "warning"
        text = ([head.text(in: language), gate.sentence.text(in: language), words.figures] + remedies)
            .filter { !$0.isEmpty }.joined(separator: " ")
        self.gate = gate
        finding = nil
        waiver = words.waiver
    }

    private init(finding: Finding, checks: Set<String>, language: Language) {
        let check = finding.id.hasPrefix("validity.") ? String(finding.id.dropFirst("validity.".count)) : ""
        let isCheck = checks.contains(check)
        rule = isCheck ? SARIFRules.id(check: check) : SARIFRules.id(finding: finding.id)
        level = Self.level(finding.severity)
        let title = finding.title.text(in: language)
        text = ["\(title).", finding.evidence.text(in: language), finding.remedy.text(in: language)]
            .filter { !$0.isEmpty }.joined(separator: " ")
        gate = nil
        waiver = nil
        self.finding = isCheck ? nil : finding
    }

    private init(missing attack: String, language: Language) {
        self.init(
            finding: Finding(
                id: "coverage.\(attack)",
                gate: nil,
                title: Phrase(key: "finding.missing-attack", ["attack": .words(attack)]),
                evidence: Phrase(key: "untested.says-nothing"),
                severity: .high,
                legalBasis: "",
                remedy: Phrase(key: "untested.remedy")
            ),
            checks: [],
            language: language
        )
    }

    private init(check: ValidityCheck, language: Language) {
        rule = SARIFRules.id(check: check.id)
        level = "warning"
        text = Phrase(
            key: "pipeline.check",
            ["check": .phrase(check.title), "sentence": .phrase(check.sentence)]
        ).text(in: language)
        gate = nil
        waiver = nil
        finding = nil
    }

    /// How a finding that belongs to no gate is told.
    static func level(_ severity: Severity) -> String {
        switch severity {
        case .low: "note"
        case .medium: "warning"
        case .high, .critical: "error"
        }
    }

    /// What stays the same from audit to audit.
    var identity: String { rule }

    /// Whether a reader of the earlier result learns nothing from this one.
    func says(theSameAs other: SARIFResult) -> Bool {
        level == other.level && text == other.text && gate?.isWaived == other.gate?.isWaived
            && gate.map(JudgementJSON.figures) == other.gate.map(JudgementJSON.figures)
    }

    func value(_ rules: SARIFRules, at place: SARIFPlace, baselineState: String?) -> JSONValue {
        .members([
            "ruleId": .string(rule), "ruleIndex": .count(rules.index(rule)), "level": .string(level),
            "message": .members(["text": .string(text)]), "locations": .array([place.value]),
            "partialFingerprints": .members(["layerauditRule/v1": .string(identity)]),
            "baselineState": .text(baselineState),
            "suppressions": gate.flatMap(suppression).map { .array([$0]) },
            "properties": gate.map(JudgementJSON.gate),
        ])
    }

    /// The waiver that counts; an expired one suppresses nothing.
    private func suppression(_ gate: GateResult) -> JSONValue? {
        guard gate.isWaived else { return nil }
        return .members([
            "kind": .string("external"), "status": .string("accepted"),
            "justification": .string(waiver ?? text),
        ])
    }
}
