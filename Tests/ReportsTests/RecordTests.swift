import AuditCore
import Diagnostics
import Foundation
import Reports
import TestSupport
import Testing
import XML

@Suite("report.xml")
struct RecordTests {
    private static let none = ReportError(
        code: .drawingFailed,
        summary: "not drawn in this test",
        location: .run,
        remedy: "none"
    )

    private func document(_ record: AuditRecord) throws -> ReportDocument {
        let drawings = FigureDrawing.undrawn(record.figures, because: Self.none)
        return try RecordWriter.document(of: record, drawings: drawings)
    }

    @Test("a rich, an empty and a skips-only record are valid")
    func validity() throws {
        let skip = Skip(id: "transmia-dnn", reason: "no shadow data", remedy: "add them")
        for record in [SampleRecord.rich, SampleRecord.empty(), SampleRecord.empty(skips: [skip])] {
            let document = try document(record)
            #expect(document.xml.root.namespace == "urn:layeraudit:report:1")
            #expect(document.verdict == record.judgement.verdict)
        }
    }

    @Test("xmllint finds the record valid", .enabled(if: Tool.exists("xmllint")))
    func xmllint() throws {
        let folder = try WorkFolder()
        let written = try ReportFiles.write(SampleRecord.rich, to: folder.path)
        let schema = Tool.root.appendingPathComponent("Reports/report.xsd").path
        let result = try Tool.run("xmllint", ["--noout", "--schema", schema, written.paths[0]])
        #expect(result.status == 0, "\(result.output)")
    }

    @Test("fixed points of the schema hold every figure of the record")
    func fixedPoints() throws {
        let record = SampleRecord.rich
        let root = try document(record).xml.root
        #expect(root.child("verdict")?.attribute("result") == "fail")
        #expect(root.child("verdict")?.attribute("exitCode") == "1")
        let measurements = try #require(root.child("measurements")).children("measurement")
        #expect(measurements.count == record.measurements.count)
        for (node, figure) in zip(measurements, record.measurements) {
            #expect(node.attribute("attack") == figure.attack)
            #expect(node.attribute("approach") == figure.approach.rawValue)
            #expect(node.attribute("shadowSize") == "\(figure.shadowSize)")
            #expect(node.attribute("statistic") == figure.statistic.rawValue)
            #expect(number(node, "value") == figure.value)
            #expect(number(node, "low") == figure.interval?.low)
            #expect(number(node, "high") == figure.interval?.high)
            #expect(number(node, "confidence") == figure.interval?.confidence)
            #expect(node.attribute("members") == "\(figure.members)")
            #expect(node.attribute("nonMembers") == "\(figure.nonMembers)")
            #expect(node.attribute("repeats") == "\(figure.repeats)")
            #expect(number(node, "sd") == figure.standardDeviation)
            #expect(figure.value != nil || node.attribute("note") != nil)
        }
        let gates = try #require(root.child("gates")).children("gateResult")
        #expect(gates.map { $0.attribute("gate") } == record.judgement.gates.map(\.gate))
        #expect(gates.map { $0.attribute("result") } == record.judgement.gates.map(\.outcome.rawValue))
        for (node, gate) in zip(gates, record.judgement.gates) {
            #expect(number(node, "measured") == gate.measurement?.value)
            #expect(number(node, "low") == gate.measurement?.interval?.low)
            #expect(number(node, "high") == gate.measurement?.interval?.high)
            #expect(number(node, "threshold") == gate.threshold)
            #expect(number(node, "confidence") == gate.confidence)
        }
        #expect(root.child("checks")?.children.map { $0.attribute("result") } == ["pass", "fail", "not-run"])
        #expect(root.child("skips")?.children.map { $0.attribute("id") } == record.skips.map(\.id))
        #expect(root.child("skips")?.children.map { $0.attribute("result") } == ["skipped"])
    }

    /// An xs:double as Swift reads it.
    private func number(_ node: XMLNode, _ name: String) -> Double? {
        node.attribute(name).flatMap { $0 == "INF" ? .infinity : Double($0) }
    }

    @Test("numbers keep every bit")
    func precision() throws {
        let value = 0.1 + 0.2
        var figures = SampleRecord.rich.measurements
        figures = [figures[0]].map {
            Measurement(
                attack: $0.attack,
                approach: $0.approach,
                shadowSize: $0.shadowSize,
                statistic: .auc,
                value: value,
                interval: Interval(low: .leastNonzeroMagnitude, high: .infinity, confidence: 0.95),
                method: "",
                members: 1,
                nonMembers: 1
            )
        }
        let element = RecordWriter.element(of: SampleRecord.with(figures), drawings: [])
        let document = try ReportDocument.read(bytes: element.serialized(), name: "report.xml")
        let node = try #require(document.xml.root.child("measurements")?.children.first)
        #expect(node.attribute("value") == "0.30000000000000004")
        #expect(node.attribute("low") == "5e-324")
        #expect(node.attribute("high") == "INF")
    }

    @Test(
        "hostile names survive as text",
        arguments: [
            "<&\"'>", "a ]]> b", "<script>alert(1)</script>", "&lt;b&gt; &#x41; &nbsp;", "line\nbreak\ttab\r\nend",
            "Ünïcødé 日本語 \u{1F980}", "\u{202E}right-to-left\u{202C}", "{attack} {{ }}", "'); plot 1 #`id`",
            String(repeating: "x", count: 10_000),
        ]
    )
    func hostileNames(name: String) throws {
        let record = SampleRecord.make(title: name, layer: name, className: name, series: name)
        let document = try document(record)
        let root = document.xml.root
        #expect(root.child("title")?.text == name)
        #expect(root.child("context")?.attribute("controller") == name)
        #expect(root.child("model")?.attribute("cut") == name)
        #expect(root.child("model")?.children.contains { $0.attribute("name") == name } == true)
        let classes = try #require(root.child("classMeasurements")).children
        #expect(classes.contains { $0.attribute("class") == name })
        let page = String(decoding: try HTMLReporter.render(document), as: UTF8.self)
        #expect(!page.contains("<script"))
        let escaped = name.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: ">", with: "&gt;")
        let lines = escaped.replacingOccurrences(of: "\r\n", with: "&#13;\n")
        #expect(page.contains(escaped) || page.contains(lines))
    }

    @Test("control characters become visible replacements, and the record stays valid")
    func controlCharacters() throws {
        let document = try document(SampleRecord.make(title: "a\u{0}b\u{1}c\u{1B}[31m\u{FFFE}"))
        #expect(document.xml.root.child("title")?.text == "a\u{FFFD}b\u{FFFD}c\u{FFFD}[31m\u{FFFD}")
    }

    @Test("values that are not there leave no attribute, and say why")
    func absentValues() throws {
        let root = try document(SampleRecord.rich).xml.root
        let classes = try #require(root.child("classMeasurements")).children
        let without = classes.filter { $0.attribute("precision") == nil }
        #expect(without.count == classes.count / 10)
        #expect(without.allSatisfy { $0.attribute("note")?.hasPrefix("precision:") == true })
        let model = try document(SampleRecord.empty()).xml.root.child("model")
        #expect(model?.attribute("memberAccuracy") == nil)
        #expect(model?.attribute("note") != nil)
    }
}
