import AuditCore
import Diagnostics
import Reports
import Testing
import XML

@Suite("reading report.xml")
struct ReadingTests {
    private static let none = ReportError(
        code: .drawingFailed,
        summary: "not drawn in this test",
        location: .run,
        remedy: "none"
    )

    private func bytes(_ record: AuditRecord) throws -> [UInt8] {
        let drawings = FigureDrawing.undrawn(record.figures, because: Self.none)
        return try RecordWriter.document(of: record, drawings: drawings).bytes
    }

    @Test("writing what was read gives the same record", arguments: ["rich", "empty", "skips"])
    func same(_ kind: String) throws {
        let skip = Skip(id: "transmia-dnn", reason: "no shadow data", remedy: "add them")
        let record = kind == "rich" ? SampleRecord.rich : SampleRecord.empty(skips: kind == "skips" ? [skip] : [])
        let written = try bytes(record)
        let read = try RecordReader.record(of: ReportDocument.read(bytes: written, name: "report.xml"))
        let again = String(decoding: try bytes(read), as: UTF8.self).split(separator: "\n")
        for (first, second) in zip(String(decoding: written, as: UTF8.self).split(separator: "\n"), again) {
            #expect(first == second)
        }
        #expect(try bytes(read) == written)
    }

    @Test("a gate's measurement is the record's own")
    func gates() throws {
        let written = try bytes(SampleRecord.rich)
        let read = try RecordReader.record(of: ReportDocument.read(bytes: written, name: "report.xml"))
        let judged = try #require(read.judgement.gates.compactMap(\.measurement).first)
        #expect(!judged.method.isEmpty)
        #expect(read.measurements.contains(judged))
    }

    @Test("a count beyond this machine's range is an error with its line")
    func hugeCount() throws {
        let text = String(decoding: try bytes(SampleRecord.rich), as: UTF8.self)
        let huge = text.replacing(
            #/ classes="[0-9]+"/#,
            with: " classes=\"99999999999999999999999\"",
            maxReplacements: 1
        )
        #expect(huge != text)
        let document = try ReportDocument.read(bytes: Array(huge.utf8), name: "report.xml")
        let error = #expect(throws: ReportError.self) { _ = try RecordReader.record(of: document) }
        #expect(error?.code == .invalidReport)
        #expect(error?.location.description.contains(#/^report\.xml:[0-9]+/#) == true)
    }
}
