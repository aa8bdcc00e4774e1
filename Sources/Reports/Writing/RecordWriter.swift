import AuditCore
import Diagnostics
import XML

/// Writes an audit's record as `report.xml`, valid against `report.xsd`.
public enum RecordWriter {
    /// The namespace of the record.
    public static let namespace = "urn:layeraudit:report:1"

    /// The record as an element tree, parts in the schema's order.
    ///
    /// - Parameters:
    ///   - record: the audit.
    ///   - drawings: its figures with what became of drawing them, in order.
    public static func element(of record: AuditRecord, drawings: [FigureDrawing]) -> XMLElement {
        let parts = [
            XMLElement("title", text: record.title),
            VerdictPart.element(record.judgement),
            ContextPart.element(record.context),
            ModelPart.element(record.model),
            ModelPart.element(record.transferred),
            DataPart.element(record.data),
            ShadowPart.element(record.target),
            ShadowPart.element(record.shadows),
            AttackPart.element(record.attacks),
            OutcomePart.element(record.outcomes),
            ContributionPart.element(record.contributions),
            MeasurementPart.element(record.measurements),
            ClassMeasurementPart.element(record.classMeasurements),
            AttackPart.element(record.costs),
            CheckPart.element(record.checks),
            SkipPart.element(record.skips),
            CoveragePart.element(record.coverage),
            GatePart.element(record.judgement.policy),
            GatePart.element(record.judgement.gates),
            FindingPart.element(record.findings),
            RecommendationPart.element(record.recommendations),
            FigurePart.element(drawings),
            record.exposure.map(ExposurePart.element),
            ProvenancePart.element(record.provenance),
        ].compactMap(\.self)
        return XMLElement("report", namespace: namespace, children: parts.map { .element($0) })
    }

    /// The record as a document: written, read again and held against the schema.
    ///
    /// - Throws: `renderingFailed`; `invalidReport` where the record holds what the schema refuses, such as a digest that
    ///   is none.
    public static func document(
        of record: AuditRecord,
        drawings: [FigureDrawing]
    ) throws(ReportError) -> ReportDocument {
        let name = XMLReporter.descriptor.fileName
        let bytes: [UInt8]
        do {
            bytes = try element(of: record, drawings: drawings).serialized()
        } catch {
            throw ReportError(
                code: .renderingFailed,
                summary: "the record could not be written as XML",
                location: .file(name),
                cause: error.description,
                remedy: error.remedy
            )
        }
        return try ReportDocument.read(bytes: bytes, name: name)
    }
}
