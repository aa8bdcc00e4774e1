import AuditCore
import Foundation
import Reports
import Testing

/// Each format against a stored output; with LAYERAUDIT_WRITE_SAMPLES=1 in the environment they are written anew.
///
/// What differs from version to version or record to record is a placeholder: `${version}`, `${record.sha256}` and
/// `${record.uuid}`.
@Suite("canned output", .serialized)
struct CannedTests {
    private static let folder = Tool.root.appendingPathComponent("Tests/ReportsTests/Canned")
    private static let isWriting = ProcessInfo.processInfo.environment["LAYERAUDIT_WRITE_SAMPLES"] == "1"
    private static let formats = ReporterCatalog.all.map { $0.descriptor.id }.filter {
        !["xml", "html", "pdf"].contains($0)
    }

    /// A small audit with one gate of each kind.
    private static var record: AuditRecord {
        let rich = SampleRecord.rich
        let attacks: Set = ["transmia-svm"]
        return AuditRecord(
            title: rich.title,
            context: rich.context,
            model: rich.model,
            transferred: rich.transferred,
            data: rich.data,
            target: [],
            shadows: [],
            attacks: rich.attacks.filter { attacks.contains($0.id) },
            outcomes: rich.outcomes.filter { attacks.contains($0.attack) && $0.shadowSize == 1000 },
            measurements: rich.measurements.filter {
                attacks.contains($0.attack) && $0.shadowSize == 1000 && $0.approach == .freezing
            },
            classMeasurements: rich.classMeasurements.filter {
                attacks.contains($0.attack) && $0.shadowSize == 1000 && $0.approach == .freezing
                    && ["airplane", "truck"].contains($0.className)
            },
            costs: [],
            checks: rich.checks,
            skips: rich.skips,
            coverage: rich.coverage,
            judgement: rich.judgement,
            findings: rich.findings,
            recommendations: rich.recommendations,
            figures: [],
            exposure: rich.exposure,
            provenance: rich.provenance
        )
    }

    @Test("is what the reporter makes", arguments: formats)
    func canned(_ id: String) throws {
        let reporter = try ReporterCatalog.reporter(id)
        let document = try Saved.document(Self.record)
        let file = Self.folder.appendingPathComponent(reporter.descriptor.fileName)
        var text = try Saved.text(reporter.render(document))
        for (name, value) in try placeholders(document) { text = text.replacing(value, with: "${\(name)}") }
        if Self.isWriting { try Data(text.utf8).write(to: file) }
        let stored = try String(contentsOf: file, encoding: .utf8)
        #expect(text == stored, "LAYERAUDIT_WRITE_SAMPLES=1 writes it anew; look at the difference before it is kept")
    }

    private func placeholders(_ document: ReportDocument) throws -> [(String, String)] {
        let serial: String = try Saved.json(CycloneDXReporter.self, document).at("serialNumber")
        return [
            ("record.uuid", String(serial.dropFirst("urn:uuid:".count))), ("record.sha256", document.sha256),
            ("version", Self.record.provenance.toolVersion),
        ]
    }
}
