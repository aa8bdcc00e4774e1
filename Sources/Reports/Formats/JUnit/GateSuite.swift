import AuditCore
import Foundation
import XML

/// The test suite of one audit.
struct GateSuite {
    let record: AuditRecord
    let language: Language

    private var judgement: Judgement { record.judgement }

    var element: XMLElement {
        let cases = self.cases
        let counts: [(String, String?)] = [
            ("tests", "\(cases.count)"), ("failures", count(.failure, in: cases)), ("errors", count(.error, in: cases)),
        ]
        let time = ("time", seconds)
        var suite = XMLElement(
            "testsuite",
            attributes: [("name", "LayerAudit: \(judgement.policy.id)")] + counts + [
                ("skipped", count(.skipped, in: cases)), time,
                ("timestamp", record.provenance.finished.isEmpty ? nil : record.provenance.finished),
            ]
        )
        suite.append(XMLElement("properties", children: properties.map { .element($0) }))
        for item in cases { suite.append(element(item)) }
        let attributes = [("name", Optional("LayerAudit: \(record.title)"))] + counts + [time]
        return XMLElement("testsuites", attributes: attributes, children: [.element(suite)])
    }

    /// What the audit says as a whole.
    private var properties: [XMLElement] {
        [
            ("title", record.title), ("verdict", judgement.verdict.rawValue),
            ("exitCode", "\(judgement.verdict.exitCode)"), ("reason", judgement.sentence.text(in: language)),
            ("policy", judgement.policy.id), ("model", record.model.name), ("cut", record.model.cut),
            ("toolVersion", record.provenance.toolVersion),
        ].map { XMLElement("property", attributes: [("name", $0.0), ("value", $0.1)]) }
    }

    private var cases: [GateCase] {
        let all =
            judgement.gates.map { GateCase(gate: $0, in: language) }
            + judgement.missing.map { GateCase(missing: $0, in: language) }
        // A suite in which nothing fails looks like a pass, whatever the verdict says.
        let looksLikePass = !all.contains { $0.end == .failure || $0.end == .error }
        let isPass = judgement.verdict == .pass && !all.isEmpty
        return looksLikePass && !isPass ? all + [GateCase(verdict: judgement, in: language)] : all
    }

    private func count(_ end: GateCase.End, in cases: [GateCase]) -> String {
        "\(cases.filter { $0.end == end }.count)"
    }

    private var seconds: String? {
        let seconds = record.provenance.seconds
        return seconds.isFinite && seconds >= 0 ? String(format: "%.3f", seconds) : nil
    }

    private func element(_ item: GateCase) -> XMLElement {
        var element = XMLElement(
            "testcase",
            attributes: [("name", item.name), ("classname", "layeraudit.\(judgement.policy.id)")]
        )
        if let end = item.end {
            element.append(
                XMLElement(
                    end.rawValue,
                    attributes: [("type", item.kind), ("message", item.message)],
                    text: item.text
                )
            )
        }
        element.append(XMLElement("system-out", text: item.output))
        return element
    }
}
