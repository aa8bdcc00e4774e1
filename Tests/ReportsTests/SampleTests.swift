import AuditCore
import Foundation
import Reports
import Testing

/// Keeps `Reports/sample` true; with LAYERAUDIT_WRITE_SAMPLES=1 in the environment it is written anew.
@Suite("Reports/sample", .serialized)
struct SampleTests {
    private static let folder = Tool.root.appendingPathComponent("Reports/sample")
    private static let isWriting = ProcessInfo.processInfo.environment["LAYERAUDIT_WRITE_SAMPLES"] == "1"

    private func sample(_ name: String) throws -> String {
        try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    }

    @Test("the sample record is what the hand-made audit gives, drawings aside")
    func record() throws {
        if Self.isWriting { _ = try ReportFiles.write(SampleRecord.rich, to: Self.folder.path) }
        let saved = try ReportDocument.read(path: Self.folder.appendingPathComponent("report.xml").path)
        let undrawn = FigureDrawing.draw(SampleRecord.rich.figures, with: Gnuplot(program: "/nonexistent"))
        let now = try RecordWriter.document(of: SampleRecord.rich, drawings: undrawn)

        func withoutDrawings(_ document: ReportDocument) -> String {
            String(decoding: document.bytes, as: UTF8.self).replacing(/<svg[\s\S]*?<\/svg>/, with: "")
                .replacing(/<drawing[^>]*>(\s*<\/drawing>)?/, with: "")
        }
        #expect(withoutDrawings(saved) == withoutDrawings(now))
    }

    @Test("the sample page is what the stylesheet makes of the sample record")
    func page() throws {
        let path = Self.folder.appendingPathComponent("report.xml").path
        let page = String(decoding: try ReportRenderer.render(reportXML: path, format: "html"), as: UTF8.self)
        if Self.isWriting { try Data(page.utf8).write(to: Self.folder.appendingPathComponent("report.html")) }
        #expect(try page == sample("report.html"))
    }

    @Test("the samples of the other formats are what the sample record gives")
    func formats() throws {
        let document = try ReportDocument.read(path: Self.folder.appendingPathComponent("report.xml").path)
        for reporter in ReporterCatalog.all where !["xml", "html", "pdf"].contains(reporter.descriptor.id) {
            let text = String(decoding: try reporter.render(document), as: UTF8.self)
            let name = reporter.descriptor.fileName
            if Self.isWriting { try Data(text.utf8).write(to: Self.folder.appendingPathComponent(name)) }
            #expect(try text == sample(name), "\(name)")
        }
    }
}
