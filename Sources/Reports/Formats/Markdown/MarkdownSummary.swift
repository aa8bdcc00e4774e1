import AuditCore

/// The summary, paragraph by paragraph.
struct MarkdownSummary {
    let record: AuditRecord
    /// SHA-256 of the record.
    let digest: String
    let language: Language

    private var judgement: Judgement { record.judgement }

    var lines: [String] {
        head + gates + waivers + findings + exposed + steps + untested + [foot]
    }

    private var head: [String] {
        let verdict = judgement.verdict
        let name = labelled("LayerAudit", say(verdict.title).uppercased())
        let exitCode = say(Phrase(key: "exit-code", ["code": .whole(Int(verdict.exitCode))]))
        return [
            "## " + (record.title.isEmpty ? name : labelled(name, MarkdownText.prose(record.title))), "",
            "**\(say(verdict.title))** (\(exitCode)). \(prose(judgement.sentence))", "", release, "",
        ]
    }

    private var release: String {
        say(
            Phrase(
                key: "summary.release",
                [
                    "cut": code(record.model.cut), "model": code(record.model.name),
                    "release": .phrase(record.context.release.title), "policy": code(judgement.policy.id),
                ]
            )
        )
    }

    private var gates: [String] {
        guard !judgement.gates.isEmpty else { return [] }
        let none = say(Phrase(key: "summary.none"))
        let rows = judgement.gates.map { gate in
            let words = GateWords(gate: gate, in: language)
            return row([
                MarkdownText.code(gate.gate), "\(mark(gate)) \(words.result)", say(gate.statistic.title),
                words.measured ?? none, words.interval.map { "\($0) (\(words.level))" } ?? none, words.demand,
                say(gate.severity.title), words.source.map(MarkdownText.code) ?? none,
            ])
        }
        let columns = [
            Phrase(key: "summary.gate"), Phrase(key: "summary.result"), Phrase(key: "summary.figure"),
            Phrase(key: "summary.measured"), Phrase(key: "summary.interval"), Phrase(key: "summary.demand"),
            Phrase(key: "summary.severity"), Phrase(key: "summary.source"),
        ]
        return [row(columns.map(say)), "| --- | --- | --- | ---: | --- | --- | --- | --- |"] + rows + [""]
    }

    private func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

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
            Phrase(key: "summary.waivers"),
            judgement.gates.compactMap { gate in
                GateWords(gate: gate, in: language).waiver.map {
                    labelled(MarkdownText.code(gate.gate), MarkdownText.prose($0))
                }
            }
        )
    }

    private var findings: [String] {
        section(
            Phrase(key: "summary.findings"),
            record.findings.map { finding in
                "**\(prose(finding.title))** (\(say(finding.severity.title))). \(prose(finding.evidence))"
            }
        )
    }

    /// How many, never who: a pull request is read by many.
    private var exposed: [String] {
        guard let sheet = record.exposure else { return [] }
        let isRows = sheet.identifiers == .rows
        let sentence = Phrase(
            key: isRows ? "summary.exposed-records" : "summary.exposed-subjects",
            [
                "named": ShortNumber.count(sheet.named, in: language),
                "count": ShortNumber.count(sheet.count, in: language),
                "share": .words(ShortNumber.percent(sheet.level, in: language)), "file": code("exposure.csv"),
            ]
        )
        return section(Phrase(key: "summary.exposed"), [say(sentence)])
    }

    private var steps: [String] {
        var seen: Set<String> = []
        let remedies = record.findings.map { say($0.remedy) }.filter { !$0.isEmpty && seen.insert($0).inserted }
        let more = judgement.gates.compactMap { gate in
            gate.recordsToDecide.map { count in
                say(
                    Phrase(
                        key: "gate.more-records",
                        ["count": ShortNumber.count(count, in: language), "gate": .words(gate.gate)]
                    )
                )
            }
        }
        let measures = record.recommendations.filter(\.helps).map { labelled(say($0.title), say($0.sentence)) }
        return section(Phrase(key: "summary.steps"), (remedies + more + measures).map(MarkdownText.prose))
    }

    private var untested: [String] {
        let words = UntestedWords(
            record: record,
            language: language,
            name: MarkdownText.code,
            prose: MarkdownText.prose
        )
        return section(Phrase(key: "summary.untested"), words.lines)
    }

    private func section(_ title: Phrase, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["### \(say(title))", ""] + items.map { "- \($0)" } + [""]
    }

    private var foot: String {
        let file = code("report.xml")
        return say(Phrase(key: "summary.foot", ["file": file, "digest": code(digest)]))
    }

    private func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

    private func prose(_ phrase: Phrase) -> String { MarkdownText.prose(say(phrase)) }

    private func code(_ text: String) -> Phrase.Value { .words(MarkdownText.code(text)) }

    private func labelled(_ label: String, _ text: String) -> String {
        say(Phrase(key: "labelled", ["label": .words(label), "text": .words(text)]))
    }
}
