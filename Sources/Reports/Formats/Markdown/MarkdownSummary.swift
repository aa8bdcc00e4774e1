import AuditCore

/// The summary, paragraph by paragraph.
struct MarkdownSummary {
    let record: AuditRecord
    /// SHA-256 of the record.
    let digest: String

    private var judgement: Judgement { record.judgement }

    var lines: [String] {
        head + gates + waivers + findings + exposed + steps + untested + [foot]
    }

    private var head: [String] {
        let verdict = judgement.verdict
        let title = record.title.isEmpty ? "" : ": \(MarkdownText.prose(record.title))"
        return [
            "## LayerAudit: \(verdict.rawValue.uppercased())\(title)", "",
            "**\(verdict.rawValue)** (exit code \(verdict.exitCode)). \(MarkdownText.prose(judgement.sentence.text))",
            "",
            "Layers up to \(MarkdownText.code(record.model.cut)) of \(MarkdownText.code(record.model.name)), release: "
                + "\(record.context.release.rawValue), policy \(MarkdownText.code(judgement.policy.id)).",
            "",
        ]
    }

    private var gates: [String] {
        guard !judgement.gates.isEmpty else { return [] }
        let rows = judgement.gates.map { gate in
            let words = GateWords(gate: gate)
            let cells = [
                MarkdownText.code(gate.gate), "\(mark(gate)) \(words.result)", gate.statistic.title.text,
                words.measured ?? "none", words.interval.map { "\($0) (\(words.level))" } ?? "none",
                words.demand, gate.severity.rawValue, words.source.map(MarkdownText.code) ?? "none",
            ]
            return "| " + cells.joined(separator: " | ") + " |"
        }
        return [
            "| gate | result | figure | measured | interval | must be | severity | by |",
            "| --- | --- | --- | ---: | --- | --- | --- | --- |",
        ] + rows + [""]
    }

    private func mark(_ gate: GateResult) -> String {
        switch (gate.outcome, gate.isWaived) {
        case (.pass, _): "✅"
        case (_, true): "⚪"
        case (.fail, false): "❌"
        case (.inconclusive, false): "❓"
        }
    }

    private var waivers: [String] {
        section(
            "Waivers",
            judgement.gates.compactMap { gate in
                GateWords(gate: gate).waiver.map { "\(MarkdownText.code(gate.gate)): \(MarkdownText.prose($0))" }
            }
        )
    }

    private var findings: [String] {
        section(
            "Findings",
            record.findings.map { finding in
                "**\(MarkdownText.prose(finding.title.text))** (\(finding.severity.rawValue)). "
                    + MarkdownText.prose(finding.evidence.text)
            }
        )
    }

    /// How many, never who: a pull request is read by many.
    private var exposed: [String] {
        guard let sheet = record.exposure else { return [] }
        let kind = sheet.identifiers == .rows ? "records" : "subjects"
        let level = ShortNumber.text(sheet.level * 100)
        return section(
            "Who is exposed",
            [
                "\(sheet.named) of \(sheet.count) \(kind) could be named by an adversary, with at most \(level) % of the "
                    + "names wrong. The list is `exposure.csv`."
            ]
        )
    }

    private var steps: [String] {
        var seen: Set<String> = []
        let remedies = record.findings.map(\.remedy.text).filter { !$0.isEmpty && seen.insert($0).inserted }
        let more = judgement.gates.compactMap { gate in
            gate.recordsToDecide.map { "About \($0) members and as many non-members would decide gate \(gate.gate)." }
        }
        let measures = record.recommendations.filter(\.helps).map { "\($0.title): \($0.sentence)" }
        return section("Next steps", (remedies + more + measures).map(MarkdownText.prose))
    }

    private var untested: [String] {
        let missing = judgement.missing.map { "\(MarkdownText.code($0)): required by the policy, did not run" }
        let skips = record.skips.map { "\(MarkdownText.code($0.id)): \(MarkdownText.prose($0.reason.text))" }
        let kinds = record.coverage.filter { !$0.ran }.map { MarkdownText.prose($0.kind.text) }
        let rest = kinds.isEmpty ? [] : ["Kinds of attack that were not run: \(kinds.joined(separator: ", "))"]
        return section("Not tested", missing + skips + rest)
    }

    private func section(_ title: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["### \(title)", ""] + items.map { "- \($0)" } + [""]
    }

    private var foot: String {
        "Testing is evidence against the attacks tested, and no others. Record: `report.xml`, SHA-256 `\(digest)`."
    }
}
