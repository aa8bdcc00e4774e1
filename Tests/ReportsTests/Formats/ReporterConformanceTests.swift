import AuditCore
import Foundation
import Reports
import Testing

@Suite("every reporter")
struct ReporterConformanceTests {
    private static let ids = ReporterCatalog.all.map { $0.descriptor.id }

    @Test("ids and file names are unique, and each has a title and a sentence")
    func descriptors() {
        let all = ReporterCatalog.all.map { $0.descriptor }
        #expect(Set(all.map(\.id)).count == all.count)
        #expect(Set(all.map(\.fileName)).count == all.count)
        #expect(all.allSatisfy { !$0.title.isEmpty && $0.sentence.hasSuffix(".") })
    }

    @Test("file names are those that pipelines look for")
    func fileNames() throws {
        let expected = [
            "xml": "report.xml", "html": "report.html", "json": "report.json", "sarif": "report.sarif",
            "junit": "junit.xml", "markdown": "report.md", "csv": "measurements.csv", "pia": "report.pia.json",
            "cyclonedx": "report.cdx.json",
        ]
        for (id, name) in expected {
            let reporter = try ReporterCatalog.reporter(id)
            #expect(reporter.descriptor.fileName == name)
        }
    }

    @Test("the same record gives the same bytes, which are UTF-8", arguments: ids.filter { $0 != "pdf" })
    func deterministic(_ id: String) throws {
        let reporter = try ReporterCatalog.reporter(id)
        let skip = Skip(id: "transmia-dnn", reason: "no shadow data", remedy: "add them")
        for record in [SampleRecord.rich, SampleRecord.empty(), SampleRecord.empty(skips: [skip])] {
            let bytes = try reporter.render(Saved.document(record))
            #expect(try reporter.render(Saved.document(record)) == bytes)
            #expect(!(try Saved.text(bytes)).isEmpty)
        }
    }

    @Test("an empty record is nowhere a pass", arguments: ids)
    func empty(_ id: String) throws {
        let document = try Saved.document(SampleRecord.empty())
        guard let said = try SpokenVerdict.read(id, of: document) else { return }
        #expect(said.verdict == "incomplete")
        #expect(said.exitCode == 2)
    }

    @Test("a list of formats keeps its order and names each once")
    func list() throws {
        let formats = try ReporterCatalog.reporters(["sarif", "xml", "sarif"])
        #expect(formats.map { $0.descriptor.id } == ["sarif", "xml"])
        let error = #expect(throws: ReportError.self) { try ReporterCatalog.reporters(["xml", "sarf"]) }
        #expect(error?.code == .unknownFormat)
        #expect(error?.remedy.contains("'sarif'") == true)
    }
}
