import AuditCore
import Foundation
import Reports
import Testing
import XML

/// Names from outside stand as text in every format, and break none.
@Suite("hostile names")
struct HostileNameTests {
    /// What XML can carry of a name; all formats are made from the record.
    private static func carried(_ name: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            let isCarried =
                switch scalar.value {
                case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
                default: false
                }
            result.append(isCarried ? scalar : "\u{FFFD}")
        }
        return String(result)
    }

    private static func scalars(_ text: String?) -> [Unicode.Scalar] { Array((text ?? "").unicodeScalars) }

    @Test("formats for programs give the name back", arguments: HostileRecord.names)
    func programs(name: String) throws {
        let document = try Saved.document(HostileRecord.make(name))
        let expected = Self.scalars(Self.carried(name))

        let json = try Saved.json(JSONReporter.self, document)
        #expect(Self.scalars(json.string("title")) == expected)
        #expect(Self.scalars(try json.at("model.cut")) == expected)
        #expect(Self.scalars(try json.at("provenance.files.0.name")) == expected)
        #expect(Self.scalars(try json.at("exposure.exposed.0.name")) == expected)
        #expect(
            try json.at("classMeasurements", as: [[String: Any]].self).contains {
                Self.scalars($0.string("class")) == expected
            }
        )

        let sarif = try Saved.json(SARIFReporter.self, document)
        #expect(Self.scalars(try sarif.at("runs.0.properties.title")) == expected)
        #expect(Self.scalars(try sarif.at("runs.0.results.0.locations.0.logicalLocations.0.name")) == expected)
        let uri: String = try sarif.at("runs.0.artifacts.0.location.uri")
        #expect(uri.removingPercentEncoding.map(Self.scalars) == expected)
        #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") })

        let junit = try XMLDocument.read(bytes: JUnitReporter.render(document), name: "junit.xml").root
        #expect(Self.scalars(junit.attribute("name")) == Self.scalars("LayerAudit: ") + expected)
        let failure = try #require(junit.child("testsuite")?.children("testcase").first?.child("failure"))
        #expect(Self.scalars(failure.attribute("message")) == expected)

        let pia = try Saved.json(PIAReporter.self, document)
        #expect(Self.scalars(try pia.at("pia.name")) == expected)

        let bill = try Saved.json(CycloneDXReporter.self, document)
        #expect(Self.scalars(try bill.at("metadata.component.name")) == expected)
        #expect(Self.scalars(try bill.at("metadata.component.description")) == expected)
    }

    @Test("no cell of the table can act as a formula, and each has its column", arguments: HostileRecord.names)
    func table(name: String) throws {
        let document = try Saved.document(HostileRecord.make(name))
        let text = try Saved.text(CSVReporter.render(document))
        let rows = CSVReading.rows(text)
        let header = try #require(rows.first)
        #expect(rows.allSatisfy { $0.count == header.count })
        let expected = Self.carried(name)
        let classes = CSVReading.records(text).filter { $0["row"] == "class" }.compactMap { $0["class"] }
        #expect(classes.contains { Self.scalars($0) == Self.scalars(expected) || $0 == "'" + expected })
        for cell in rows.dropFirst().joined() where Double(cell) == nil {
            #expect(cell.firstMatch(of: #/^\s*[=+\-@|%]/#) == nil, "\(cell.prefix(40))")
        }
    }

    @Test("the draft of the DPIA holds no markup but its own", arguments: HostileRecord.names)
    func answers(name: String) throws {
        let study = try Saved.json(PIAReporter.self, Saved.document(HostileRecord.make(name)))
        let answers = try study.at("answers", as: [[String: Any]].self).map { try $0.at("data.text", as: String.self) }
        let measures = try study.at("measures", as: [[String: Any]].self).compactMap { $0.string("content") }
        let own = #/<\/?(p|ul|li)>/#
        for text in answers + measures {
            let rest = text.replacing(own, with: "")
            #expect(!rest.contains("<") && !rest.contains(">") && !rest.contains("\""))
            #expect(rest.firstMatch(of: #/&(?!amp;|lt;|gt;|quot;|#39;)/#) == nil)
        }
    }
}
