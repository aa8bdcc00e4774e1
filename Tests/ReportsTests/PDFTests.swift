import AuditCore
import Diagnostics
import Foundation
import Reports
import TestSupport
import Testing

@Suite("report.pdf")
struct PDFTests {
    private static let page = Array("<!DOCTYPE html><title>t</title><p>page".utf8)

    /// A program that answers as `body` says.
    private func tool(_ body: String, in folder: WorkFolder, name: String = "chromium") throws -> String {
        let path = folder.path(name)
        try Data("#!/bin/sh\n\(body)\n".utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    @Test("a printer that is missing, fails, hangs or answers nonsense is a typed error")
    func badTools() throws {
        let folder = try WorkFolder()
        func code(_ path: String) -> ReportError.Code? {
            do throws(ReportError) {
                _ = try PagePrinter(program: path, timeout: 2).print(Self.page, name: "report.xml")
                return nil
            } catch {
                return error.code
            }
        }
        #expect(code("/nonexistent/chromium") == .printingToolMissing)
        #expect(code(try tool("exit 3", in: folder)) == .printingFailed)
        #expect(code(try tool("exit 0", in: folder)) == .printingFailed)
        #expect(code(try tool("exec sleep 20", in: folder)) == .printingTimedOut)
        #expect(code(try tool("echo nonsense", in: folder, name: "weasyprint")) == .printingFailed)
    }

    @Test("a browser gets the page as a file and a folder of its own; WeasyPrint gets it on the standard input")
    func goodTools() throws {
        let folder = try WorkFolder()
        let browser = try tool(
            """
            for a in "$@"; do case "$a" in
              --print-to-pdf=*) out="${a#*=}";;
              file://*) page="${a#file://}";;
              --user-data-dir=*) profile="${a#*=}";;
            esac; done
            test -n "$profile" && { printf '%%PDF-'; cat "$page"; echo "$@"; } > "$out"
            """,
            in: folder
        )
        let output = String(decoding: try PagePrinter(program: browser).print(Self.page, name: "r"), as: UTF8.self)
        #expect(output.hasPrefix("%PDF-<!DOCTYPE html>"))
        #expect(output.contains("--host-resolver-rules=MAP * ~NOTFOUND"))
        #expect(output.contains("--no-sandbox") == (getuid() == 0))
        let weasy = try tool("printf '%%PDF-'; cat", in: folder, name: "weasyprint")
        #expect(try PagePrinter(program: weasy).print(Self.page, name: "r") == Array("%PDF-".utf8) + Self.page)
    }

    @Test("it is written on request only")
    func onRequest() throws {
        #expect(ReporterCatalog.all.contains { $0.descriptor.id == "pdf" })
        #expect(!ReporterCatalog.standard.contains { $0.descriptor.id == "pdf" })
    }

    @Test("the page on paper has pages, a title and a language", .enabled(if: PagePrinter.isInstalled))
    func real() throws {
        let undrawn = FigureDrawing.draw(SampleRecord.rich.figures, with: Gnuplot(program: "/nonexistent"))
        let document = try RecordWriter.document(of: SampleRecord.rich, drawings: undrawn)
        let bytes = try PDFReporter.render(document, options: RenderOptions(language: .german))
        #expect(bytes.starts(with: Array("%PDF-".utf8)))
        #expect(bytes.count > 20_000)
    }
}
