import AuditCore
import Foundation

/// The one run of a log.
struct SARIFRun {
    let record: AuditRecord
    /// The earlier audit that results are compared with; nil for none.
    let baseline: AuditRecord?
    let language: Language

    var value: JSONValue {
        let rules = SARIFRules(record: record, baseline: baseline, language: language)
        let judgement = record.judgement
        return .members([
            "tool": .members(["driver": driver(rules)]),
            "automationDetails": .members(["id": .string("layeraudit/\(SARIFPlace.uri(judgement.policy.id))/")]),
            "invocations": .array([invocation]),
            "artifacts": .list(record.provenance.files, artifact),
            "results": .array(results(rules)),
            "columnKind": .string("unicodeCodePoints"),
            "properties": .members([
                "title": .string(record.title), "verdict": JudgementJSON.verdict(judgement),
                "policy": .string(judgement.policy.id),
                "gates": .list(judgement.gates, JudgementJSON.figures),
            ]),
        ])
    }

    private func driver(_ rules: SARIFRules) -> JSONValue {
        let version = record.provenance.toolVersion
        return .members([
            "name": .string("LayerAudit"), "version": version.isEmpty ? nil : .string(version),
            "rules": .array(rules.values),
        ])
    }

    private func results(_ rules: SARIFRules) -> [JSONValue] {
        let place = SARIFPlace(record: record)
        let now = SARIFResult.all(in: record, language: language)
        guard let baseline else { return now.map { $0.value(rules, at: place, baselineState: nil) } }
        let before = SARIFResult.all(in: baseline, language: language)
        let known = Dictionary(before.map { ($0.identity, $0) }) { first, _ in first }
        let present = Set(now.map(\.identity))
        let current = now.map { result in
            let state = known[result.identity].map { $0.says(theSameAs: result) ? "unchanged" : "updated" } ?? "new"
            return result.value(rules, at: place, baselineState: state)
        }
        let gone = before.filter { !present.contains($0.identity) }
        return current + gone.map { $0.value(rules, at: place, baselineState: "absent") }
    }

    private var invocation: JSONValue {
        let verdict = record.judgement.verdict
        let description = Phrase(
            key: "labelled",
            ["label": .phrase(verdict.title), "text": .phrase(record.judgement.sentence)]
        )
        return .members([
            "executionSuccessful": .truth(verdict != .incomplete),
            "exitCode": .integer(Int(verdict.exitCode)),
            "exitCodeDescription": message(description),
            "startTimeUtc": time(record.provenance.started), "endTimeUtc": time(record.provenance.finished),
            "toolExecutionNotifications": .array(
                record.judgement.missing.map {
                    notification("error", Phrase(key: "pipeline.missing", ["attack": .words($0)]))
                } + record.skips.map { notification("note", skipped($0)) }
            ),
        ])
    }

    private func notification(_ level: String, _ phrase: Phrase) -> JSONValue {
        .members(["level": .string(level), "message": .members(["text": message(phrase)])])
    }

    private func skipped(_ skip: Skip) -> Phrase {
        Phrase(
            key: "pipeline.skip",
            ["id": .words(skip.id), "reason": .phrase(skip.reason), "remedy": .phrase(skip.remedy)]
        )
    }

    private func message(_ phrase: Phrase) -> JSONValue { .string(phrase.text(in: language)) }

    private func time(_ text: String) -> JSONValue? { text.isEmpty ? nil : .string(text) }

    private func artifact(_ file: FileDigest) -> JSONValue {
        .members([
            "location": .members(["uri": .string(SARIFPlace.uri(file.name))]),
            "length": .integer(file.bytes),
            "hashes": file.sha256.isEmpty ? nil : .members(["sha-256": .string(file.sha256)]),
            "description": .members(["text": message(file.roleTitle)]),
        ])
    }
}
