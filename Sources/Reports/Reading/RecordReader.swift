import AuditCore
import XML

/// Reads a saved record back into what the audit knew, so that what derives from records works on values.
///
/// Writing what was read gives the same record. A class figure, an accuracy or the value of a measurement that the record
/// leaves out is not a number or nil, as its note says.
public enum RecordReader {
    /// The audit that a record describes.
    ///
    /// - Throws: `invalidReport` with file and line, where a number is out of this machine's range.
    public static func record(of document: ReportDocument) throws(ReportError) -> AuditRecord {
        let root = RecordNode(document.xml.root)
        let phrases = try PhraseReading(root)
        let measurements = try EvidenceReading.measurements(root, phrases)
        return AuditRecord(
            title: root.text(of: "title"),
            context: try SheetReading.context(try root.child("context")),
            model: try SheetReading.model(try root.child("model")),
            transferred: try SheetReading.transferred(root),
            data: try SheetReading.data(root),
            target: try SheetReading.targets(root),
            shadows: try SheetReading.shadows(root, phrases),
            attacks: try AttackReading.attacks(root, phrases),
            outcomes: try AttackReading.outcomes(root, phrases),
            contributions: try EvidenceReading.contributions(root),
            uncertainties: try EvidenceReading.uncertainties(root),
            measurements: measurements,
            classMeasurements: try EvidenceReading.classMeasurements(root),
            costs: try AttackReading.costs(root),
            checks: try EvidenceReading.checks(root, phrases),
            skips: try EvidenceReading.skips(root, phrases),
            coverage: try EvidenceReading.coverage(root, phrases),
            judgement: try JudgementReading.judgement(root, measurements, phrases),
            findings: try JudgementReading.findings(root, phrases),
            recommendations: try JudgementReading.recommendations(root, phrases),
            trials: try TrialReading.trials(root, phrases),
            advice: try TrialReading.advice(root, phrases),
            depth: try DepthReading.curve(root, phrases),
            figures: try FigureReading.figures(root, phrases),
            exposure: try ExposureReading.exposure(root, phrases),
            provenance: try SheetReading.provenance(try root.child("provenance"), phrases)
        )
    }
}
