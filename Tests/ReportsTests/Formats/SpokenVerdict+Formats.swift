import Foundation
import Reports
import Testing
import XML

/// How the verdict is read out of each format, by its own means.
extension SpokenVerdict {
    static func read(_ id: String, of document: ReportDocument) throws -> SpokenVerdict? {
        switch id {
        case "xml": try xml(document.xml.root)
        case "json": try json(Saved.json(JSONReporter.self, document))
        case "sarif": try sarif(Saved.json(SARIFReporter.self, document))
        case "junit": try junit(XMLDocument.read(bytes: JUnitReporter.render(document), name: "junit.xml").root)
        case "markdown": try markdown(Saved.text(MarkdownReporter.render(document)))
        case "csv": try csv(Saved.text(CSVReporter.render(document)))
        case "pia": try pia(Saved.json(PIAReporter.self, document))
        case "cyclonedx": try cycloneDX(Saved.json(CycloneDXReporter.self, document))
        default: nil
        }
    }

    private static func gate(_ values: [String: Any]) -> Gate {
        Gate(
            gate: values.string("gate") ?? "",
            result: values.string("result") ?? "",
            waived: values["waived"] as? Bool ?? (values.string("waived") == "true"),
            bound: values.string("bound") ?? "",
            threshold: values.figure("threshold"),
            measured: values.figure("measured") ?? values.figure("value"),
            low: values.figure("low"),
            high: values.figure("high")
        )
    }

    private static func xml(_ root: XMLNode) throws -> SpokenVerdict {
        let verdict = try #require(root.child("verdict"))
        let gates = try #require(root.child("gates")).children.map { node in
            gate(Dictionary(uniqueKeysWithValues: node.attributes.map { ($0.name, $0.value as Any) }))
        }
        return SpokenVerdict(
            verdict: verdict.attribute("result") ?? "",
            exitCode: Int(verdict.attribute("exitCode") ?? "") ?? -1,
            gates: gates
        )
    }

    private static func json(_ report: [String: Any]) throws -> SpokenVerdict {
        SpokenVerdict(
            verdict: try report.at("verdict.result"),
            exitCode: try report.at("verdict.exitCode"),
            gates: try report.at("gates", as: [[String: Any]].self).map(gate)
        )
    }

    private static func sarif(_ log: [String: Any]) throws -> SpokenVerdict {
        let exitCode: Int = try log.at("runs.0.invocations.0.exitCode")
        #expect(try log.at("runs.0.properties.verdict.exitCode") == exitCode)
        let gates = try log.at("runs.0.properties.gates", as: [[String: Any]].self)
        let results = try log.at("runs.0.results", as: [[String: Any]].self)
        for values in gates {
            let result = results.first { $0.string("ruleId") == "gate/\(values.string("gate") ?? "")" }
            #expect((result == nil) == (values.string("result") == "pass"))
            #expect((result?["suppressions"] != nil) == (values["waived"] as? Bool))
            let level = values.string("result") == "fail" ? "error" : "warning"
            #expect(result == nil || result?.string("level") == level)
            let own = result?["properties"] as? [String: Any]
            #expect(own == nil || own.map(gate) == gate(values))
        }
        return SpokenVerdict(
            verdict: try log.at("runs.0.properties.verdict.result"),
            exitCode: exitCode,
            gates: gates.map(gate)
        )
    }

    private static func junit(_ root: XMLNode) throws -> SpokenVerdict {
        let suite = try #require(root.child("testsuite"))
        var properties: [String: String] = [:]
        for node in try #require(suite.child("properties")).children {
            properties[node.attribute("name") ?? ""] = node.attribute("value")
        }
        let cases = suite.children("testcase").compactMap { node -> Gate? in
            var values: [String: Any] = [:]
            for line in (node.child("system-out")?.text ?? "").split(separator: "\n") {
                let parts = line.split(separator: ":", maxSplits: 1)
                if parts.count == 2 { values[String(parts[0])] = parts[1].dropFirst().description }
            }
            guard values["gate"] != nil else { return nil }
            let gate = Self.gate(values)
            let end = node.children.map(\.name).first { $0 != "system-out" }
            let expected =
                gate.result == "pass" ? nil : gate.waived ? "skipped" : gate.result == "fail" ? "failure" : "error"
            #expect(end == expected)
            return gate
        }
        return SpokenVerdict(
            verdict: properties["verdict"] ?? "",
            exitCode: Int(properties["exitCode"] ?? "") ?? -1,
            gates: cases
        )
    }

    private static func csv(_ text: String) throws -> SpokenVerdict {
        let rows = CSVReading.records(text)
        let verdict = try #require(rows.first { $0["row"] == "verdict" })
        return SpokenVerdict(
            verdict: verdict["result"] ?? "",
            exitCode: Int(verdict["exitCode"] ?? "") ?? -1,
            gates: rows.filter { $0["row"] == "gate" }.map { row in
                gate(row.filter { !$0.value.isEmpty })
            }
        )
    }

    private static func cycloneDX(_ bill: [String: Any]) throws -> SpokenVerdict {
        func properties(_ list: [[String: Any]]) -> [String: Any] {
            var values: [String: Any] = [:]
            for item in list {
                values[String((item.string("name") ?? "").dropFirst("layeraudit:".count))] = item["value"]
            }
            return values
        }
        let own = properties(try bill.at("metadata.component.properties"))
        let requirements = try bill.at("definitions.standards.0.requirements", as: [[String: Any]].self)
        return SpokenVerdict(
            verdict: own.string("verdict") ?? "",
            exitCode: own.figure("exitCode").map { Int($0) } ?? -1,
            gates: try requirements.map { gate(properties(try $0.at("properties"))) }
        )
    }
}
