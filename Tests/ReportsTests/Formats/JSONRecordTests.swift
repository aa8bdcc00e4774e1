import AuditCore
import Foundation
import Reports
import Testing
import XML

@Suite("report.json")
struct JSONRecordTests {
    /// Every scalar under its name; members of an array under the array's.
    private func pairs(_ value: Any, _ name: String, into result: inout Set<String>) {
        switch value {
        case let object as [String: Any]: for (name, value) in object { pairs(value, name, into: &result) }
        case let array as [Any]: for value in array { pairs(value, name, into: &result) }
        case let number as NSNumber:
            let isTruth = ["c", "B"].contains(String(cString: number.objCType))
            result.insert("\(name)=\(isTruth ? number.boolValue.description : number.doubleValue.description)")
        case let text as String:
            result.insert("\(name)=\(Double(text).map(\.description) ?? text)")
            result.insert("=\(text)")
        default: break
        }
    }

    @Test("whatever report.xml says stands in report.json, drawings, notes on absent values and phrases aside")
    func complete() throws {
        let document = try Saved.document(SampleRecord.rich)
        var said: Set<String> = []
        pairs(try Saved.json(JSONReporter.self, document), "", into: &said)
        var missing: Set<String> = []
        func walk(_ node: XMLNode) {
            guard node.name != "drawing", node.name != "phrases" else { return }
            for attribute in node.attributes where attribute.name != "note" {
                let value = attribute.value == "INF" ? "inf" : Double(attribute.value)?.description ?? attribute.value
                let isFigure = node.name == "figure" && attribute.name == "id"
                let pair = isFigure ? "id=\(value.dropFirst("figure-".count))" : "\(attribute.name)=\(value)"
                if !said.contains(pair) { missing.insert("\(node.name)/@\(pair)") }
            }
            if node.children.isEmpty, node.name != "perClass", !node.text.isEmpty, !said.contains("=\(node.text)") {
                missing.insert("\(node.name): \(node.text)")
            }
            node.children.forEach(walk)
        }
        walk(document.xml.root)
        #expect(missing.sorted() == [])
    }

    @Test("numbers keep every bit, and infinity is a word")
    func precision() throws {
        let measurement = Measurement(
            attack: "gap",
            approach: .none,
            shadowSize: 0,
            statistic: .auc,
            value: 0.1 + 0.2,
            interval: Interval(low: .leastNonzeroMagnitude, high: .infinity, confidence: 0.95),
            method: "",
            members: 1,
            nonMembers: 1
        )
        let document = try Saved.document(SampleRecord.with([measurement]))
        let report = try Saved.json(JSONReporter.self, document)
        #expect(try report.at("measurements.0.value") == 0.1 + 0.2)
        #expect(try report.at("measurements.0.low") == Double.leastNonzeroMagnitude)
        #expect(try report.at("measurements.0.high") == "INF")
        #expect(try report.at("provenance.seed") == "18446744073709551615")
    }
}
