import AuditCore
import XML

extension ReportDocument {
    /// The record with its sentences in another language, and its figures drawn anew with labels in it.
    ///
    /// What somebody wrote stands as it was written: titles, names, reasons of waivers, and the texts of policies that do
    /// not come with LayerAudit. Numbers outside of sentences stay as the schema has them. The result is for rendering: it
    /// cannot be said in a further language.
    ///
    /// - Parameters:
    ///   - language: the language; the document itself for the record's own.
    ///   - artist: what draws the figures; where it cannot, the record's drawing stands with its labels replaced.
    /// - Throws: what `RecordReader.record(of:)` and `RecordWriter.document(of:drawings:in:)` throw.
    public func said(in language: Language, artist: Gnuplot = Gnuplot()) throws(ReportError) -> ReportDocument {
        guard language != .english,
            xml.root.attribute("language") ?? Language.english.rawValue == Language.english.rawValue
        else { return self }
        let record = try RecordReader.record(of: self)
        let drawn = xml.root.child("figures")?.children("figure").map { $0.child("drawing")?.child("svg") } ?? []
        let drawings = FigureDrawing.draw(record.figures, with: artist, in: language)
        let kept = zip(drawings, drawn).map { drawing, svg in
            svg.map { drawing.keeping($0, in: language) } ?? drawing
        }
        return try RecordWriter.document(of: record, drawings: kept, in: language)
    }
}
