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
    ///   - language: the language of its sentences.
    public static func element(
        of record: AuditRecord,
        drawings: [FigureDrawing],
        in language: Language = .english
    ) -> XMLElement {
        let book = PhraseBook(language: language)
        let parts = [
            XMLElement("title", text: record.title),
            VerdictPart.element(record.judgement, book),
            ContextPart.element(record.context),
            ModelPart.element(record.model, book),
            ModelPart.element(record.transferred),
            DataPart.element(record.data),
            ShadowPart.element(record.target, book),
            ShadowPart.element(record.shadows, book),
            AttackPart.element(record.attacks, book),
            OutcomePart.element(record.outcomes, book),
            ContributionPart.element(record.contributions),
            UncertaintyPart.element(record.uncertainties),
            MeasurementPart.element(record.measurements, book),
            ClassMeasurementPart.element(record.classMeasurements, book),
            AttackPart.element(record.costs),
            CheckPart.element(record.checks, book),
            SkipPart.element(record.skips, book),
            CoveragePart.element(record.coverage, book),
            GatePart.element(record.judgement.policy, book),
            GatePart.element(record.judgement.gates, book),
            FindingPart.element(record.findings, book),
            RecommendationPart.element(record.recommendations, book),
            TrialPart.element(record.trials, book),
            record.advice.map { TrialPart.element($0, book) },
            record.depth.map { DepthPart.element($0, book) },
            FigurePart.element(drawings, book),
            record.exposure.map { ExposurePart.element($0, book) },
            ProvenancePart.element(record.provenance, book),
        ].compactMap(\.self)
        return XMLElement(
            "report",
            namespace: namespace,
            attributes: [("language", language.rawValue)],
            children: (parts + [book.element]).map { .element($0) }
        )
    }

    /// The record as a document: written, read again and held against the schema.
    ///
    /// - Throws: `renderingFailed`; `invalidReport` where the record holds what the schema refuses, such as a digest that
    ///   is none.
    public static func document(
        of record: AuditRecord,
        drawings: [FigureDrawing],
        in language: Language = .english
    ) throws(ReportError) -> ReportDocument {
        let name = XMLReporter.descriptor.fileName
        let bytes: [UInt8]
        do {
            bytes = try element(of: record, drawings: drawings, in: language).serialized()
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
