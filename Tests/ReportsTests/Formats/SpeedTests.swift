import AuditCore
import Foundation
import Reports
import TestSupport
import Testing

/// Rendering from a saved record is quick: processor time, so that a busy machine fails nothing.
@Suite("speed of rendering", .serialized)
struct SpeedTests {
    /// A debug build takes several times the processor time of a release.
    private static let patience =
        ProcessInfo.processInfo.environment["LAYERAUDIT_PATIENCE"].flatMap(Double.init) ?? 3

    private func measure(_ record: AuditRecord, limit: Double) throws {
        let folder = try WorkFolder()
        let path = folder.path("report.xml")
        try Data(Saved.document(record).bytes).write(to: URL(fileURLWithPath: path))
        for reporter in ReporterCatalog.all.map({ $0.descriptor.id }) where reporter != "pdf" {
            let time = try ThreadTime.measure { _ = try ReportRenderer.render(reportXML: path, format: reporter) }
            if ProcessInfo.processInfo.environment["LAYERAUDIT_PRINT_TIMES"] != nil { print("\(reporter): \(time) s") }
            #expect(time < limit * Self.patience, "\(reporter)")
        }
    }

    @Test("any format takes under a second") func ordinary() throws { try measure(SampleRecord.rich, limit: 1) }

    @Test("a record of 1,000 classes and 20 attacks takes under three seconds")
    func large() throws { try measure(LargeRecord.record, limit: 3) }
}
