import AuditCore
import Diagnostics
import Foundation
import Reports
import TestSupport
import Testing

@Suite("report files")
struct FilesTests {
    @Test("every format is written under its name, and nothing else stays")
    func files() throws {
        let folder = try WorkFolder()
        let output = folder.path("new/deeper")
        let written = try ReportFiles.write(SampleRecord.rich, to: output)
        #expect(written.paths == ["\(output)/report.xml", "\(output)/report.html"])
        let names = try FileManager.default.contentsOfDirectory(atPath: output)
        #expect(Set(names) == ["report.xml", "report.html"])
        let all = try ReportFiles.write(SampleRecord.rich, to: output, formats: ReporterCatalog.all.filter(isBuiltIn))
        #expect(all.paths.count == ReporterCatalog.all.filter(isBuiltIn).count)
        #expect(try FileManager.default.contentsOfDirectory(atPath: output).count == all.paths.count)
    }

    /// Whether a format needs no program from outside.
    private func isBuiltIn(_ reporter: any Reporter.Type) -> Bool { reporter.descriptor.id != "pdf" }

    @Test("a saved record renders to the same page, and to itself")
    func renderAgain() throws {
        let folder = try WorkFolder()
        let written = try ReportFiles.write(SampleRecord.rich, to: folder.path)
        let bytes = try ReportRenderer.render(reportXML: written.paths[0], format: "html")
        #expect(try Data(contentsOf: URL(fileURLWithPath: written.paths[1])) == Data(bytes))
        let again = try ReportRenderer.render(
            ReportDocument.read(path: written.paths[0]),
            formats: [HTMLReporter.self, XMLReporter.self],
            to: folder.path("again")
        )
        #expect(again == [folder.path("again/report.html"), folder.path("again/report.xml")])
        #expect(FileManager.default.contentsEqual(atPath: again[1], andPath: written.paths[0]))
    }

    @Test("an output that is a file is refused, and stays what it was")
    func unwritable() throws {
        let folder = try WorkFolder()
        let path = folder.path("taken")
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: ReportError.self) { try ReportFiles.write(SampleRecord.empty(), to: path) }
        #expect(error?.code == .unwritable)
        #expect(error?.location == .file(path))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    }

    @Test("a full disk leaves the old files and no half-written one", .enabled(if: FullDisk.isPossible))
    func fullDisk() throws {
        let disk = try FullDisk(kilobytes: 64)
        try Data("old".utf8).write(to: URL(fileURLWithPath: disk.path + "/report.xml"))
        let error = #expect(throws: ReportError.self) { try ReportFiles.write(SampleRecord.rich, to: disk.path) }
        #expect(error?.code == .diskFull)
        #expect(error?.location == .file("\(disk.path)/report.xml"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["report.xml"])
        #expect(try String(contentsOfFile: disk.path + "/report.xml", encoding: .utf8) == "old")
    }

    @Test("an unknown format names the nearest")
    func unknownFormat() throws {
        let error = #expect(throws: ReportError.self) {
            try ReportRenderer.render(reportXML: "report.xml", format: "htlm")
        }
        #expect(error?.code == .unknownFormat)
        #expect(error?.location == .option("--format"))
        #expect(error?.remedy.contains("'html'") == true)
    }

    @Test("a record that is missing, broken or invalid is refused with its place")
    func badRecords() throws {
        let folder = try WorkFolder()
        let missing = folder.path("none.xml")
        #expect(failure(missing) == .init(code: .unreadable, location: .file(missing)))
        #expect(failure(folder.path) == .init(code: .unreadable, location: .file(folder.path)))
        let written = try ReportFiles.write(SampleRecord.rich, to: folder.path)
        let lines = try String(contentsOfFile: written.paths[0], encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let path = folder.path("bad.xml")
        func save(_ lines: [Substring]) throws {
            try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
        }
        try save(Array(lines.prefix(20)))
        #expect(failure(path)?.code == .unreadable)
        let place = try #require(lines.firstIndex { $0.contains("<verdict") })
        var changed = lines
        changed[place] = "  <verdict result=\"fine\" exitCode=\"1\">"
        try save(changed)
        #expect(failure(path) == .init(code: .invalidReport, location: .file(path, line: place + 1)))
    }

    private struct Failure: Equatable {
        let code: ReportError.Code
        let location: Location
    }

    private func failure(_ path: String) -> Failure? {
        do {
            _ = try ReportRenderer.render(reportXML: path, format: "html")
            return nil
        } catch {
            return Failure(code: error.code, location: error.location)
        }
    }
}
