import AuditCore
import Diagnostics
import Foundation
import Reports
import Testing
import XML

/// A record said in other languages.
@Suite("languages of the record")
struct SaidRecordTests {
    private static let translations: [Language] = [.french, .german]

    private func document(_ record: AuditRecord) throws -> ReportDocument {
        let drawings = FigureDrawing.draw(record.figures, with: Gnuplot(program: "/nonexistent"))
        return try RecordWriter.document(of: record, drawings: drawings)
    }

    private func said(_ record: AuditRecord, _ language: Language) throws -> ReportDocument {
        try document(record).said(in: language, artist: Gnuplot(program: "/nonexistent"))
    }

    @Test("no sentence of the record is left in English", arguments: translations)
    func nothingLeft(_ language: Language) throws {
        let english = try document(SaidRecord.whole)
        let other = try said(SaidRecord.whole, language)
        #expect(other.xml.root.attribute("language") == language.rawValue)
        let before = RecordTexts.sentences(english.xml.root)
        let after = RecordTexts.sentences(other.xml.root)
        #expect(before.count > 100 && before.count == after.count)
        for (text, translated) in zip(before, after) where !SaidRecord.isTheSame(text, in: language) {
            #expect(text != translated, "\(text)")
        }
    }

    @Test("what somebody wrote stands as it was written", arguments: translations)
    func verbatim(_ language: Language) throws {
        let root = try said(SaidRecord.whole, language).xml.root
        #expect(root.child("title")?.text == SaidRecord.whole.title)
        #expect(root.child("context")?.attribute("controller") == "Example Hospital")
        let waiver = root.child("gates")?.children("gateResult").compactMap { $0.child("waiver") }.first
        #expect(waiver?.child("reason")?.text == "The layers are trained again before release.")
        let own = try said(SampleRecord.rich, language).xml.root
        #expect(own.child("verdict")?.child("reason")?.text == SampleJudgement.fail.sentence.text)
    }

    @Test("figures, ids and verdict are the same in every language", arguments: translations)
    func sameFigures(_ language: Language) throws {
        let english = try document(SaidRecord.whole)
        let other = try said(SaidRecord.whole, language)
        #expect(other.verdict == english.verdict)
        #expect(RecordTexts.data(other.xml.root) == RecordTexts.data(english.xml.root))
    }

    @Test("a record reads back into the phrases it was written from")
    func phrases() throws {
        let record = try RecordReader.record(of: document(SaidRecord.whole))
        #expect(record.judgement.sentence == SaidRecord.whole.judgement.sentence)
        #expect(record.findings == SaidRecord.whole.findings)
        #expect(record.checks == SaidRecord.whole.checks)
        #expect(record.figures == SaidRecord.whole.figures)
        #expect(try document(record).bytes == document(SaidRecord.whole).bytes)
    }

    @Test("labels of figures are drawn in the language, or replaced where nothing draws", arguments: translations)
    func figures(_ language: Language) throws {
        let drawings = FigureDrawing.draw(SaidRecord.whole.figures, with: Gnuplot())
        try #require(drawings.allSatisfy { $0.problem == nil })
        let english = try RecordWriter.document(of: SaidRecord.whole, drawings: drawings)
        for artist in [Gnuplot(), Gnuplot(program: "/nonexistent")] {
            let other = try english.said(in: language, artist: artist)
            let texts = RecordTexts.labels(other.xml.root)
            for phrase in SaidRecord.labels {
                #expect(texts.contains(phrase.text(in: language)), "\(phrase)")
                #expect(!texts.contains(phrase.text), "\(phrase)")
            }
        }
    }

    @Test("the page has the language's sentences", arguments: translations)
    func page(_ language: Language) throws {
        let document = try document(SaidRecord.whole)
        let page = String(
            decoding: try HTMLReporter.render(document, options: RenderOptions(language: language)),
            as: UTF8.self
        )
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
        for check in SaidRecord.whole.checks {
            #expect(page.contains(check.sentence.text(in: language)))
            #expect(!page.contains(check.sentence.text))
        }
    }

    @Test("a record in another language is not said again")
    func once() throws {
        let french = try said(SaidRecord.whole, .french)
        #expect(try french.said(in: .german).bytes == french.bytes)
        #expect(french.xml.root.child("phrases")?.children.isEmpty == true)
    }

    @Test("phrases that make no sense are said as the record has them")
    func hostile() throws {
        let text = String(decoding: try document(SaidRecord.whole).bytes, as: UTF8.self)
            .replacing(#/key="[^"]*"/#, with: "key=\"no.such{\"")
        let document = try ReportDocument.read(bytes: Array(text.utf8), name: "report.xml")
        let french = try document.said(in: .french, artist: Gnuplot(program: "/nonexistent"))
        #expect(RecordTexts.sentences(french.xml.root).prefix(5) == RecordTexts.sentences(document.xml.root).prefix(5))
    }
}
