import AuditCore
import Foundation

/// The one run of a log.
struct SARIFRun {
    let record: AuditRecord
    /// The earlier audit that results are compared with; nil for none.
    let baseline: AuditRecord?

    var value: JSONValue {
        let rules = SARIFRules(record: record, baseline: baseline)
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
        let now = SARIFResult.all(in: record)
        guard let baseline else { return now.map { $0.value(rules, at: place, baselineState: nil) } }
        let before = SARIFResult.all(in: baseline)
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
        return .members([
            "executionSuccessful": .truth(verdict != .incomplete),
            "exitCode": .integer(Int(verdict.exitCode)),
            "exitCodeDescription": .string("\(verdict.rawValue): \(record.judgement.sentence)"),
            "startTimeUtc": time(record.provenance.started), "endTimeUtc": time(record.provenance.finished),
            "toolExecutionNotifications": .array(
                record.judgement.missing.map {
                    notification("error", "The policy requires the attack \($0), which did not run.")
                } + record.skips.map { notification("note", "Not run: \($0.id). \($0.reason) \($0.remedy)") }
            ),
        ])
    }

    private func notification(_ level: String, _ text: String) -> JSONValue {
        .members(["level": .string(level), "message": .members(["text": .string(text)])])
    }

    private func time(_ text: String) -> JSONValue? { text.isEmpty ? nil : .string(text) }

    private func artifact(_ file: FileDigest) -> JSONValue {
        .members([
            "location": .members(["uri": .string(SARIFPlace.uri(file.name))]),
            "length": .integer(file.bytes),
            "hashes": file.sha256.isEmpty ? nil : .members(["sha-256": .string(file.sha256)]),
            "description": .members(["text": .string(file.role)]),
        ])
    }
}
