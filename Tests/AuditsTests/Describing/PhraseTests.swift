import AuditCore
import Audits
import Testing

/// A whole audit's sentences come from the catalogue.
@Suite struct PhraseTests {
    private func phrases(_ record: AuditRecord) -> [Phrase] {
        let judged =
            [record.judgement.sentence, record.judgement.policy.title, record.judgement.policy.purpose]
            + [record.judgement.policy.limits]
            + record.judgement.gates.flatMap { [$0.title, $0.sentence, $0.legalBasis, $0.rationale] }
        let found = record.findings.flatMap { [$0.title, $0.evidence, $0.legalBasis, $0.remedy] }
        let advised = record.recommendations.flatMap { [$0.title, $0.heading, $0.sentence, $0.caveat, $0.reference] }
        let checked =
            record.checks.flatMap { [$0.title, $0.sentence] } + record.skips.flatMap { [$0.reason, $0.remedy] }
            + record.coverage.flatMap { [$0.kind, $0.sentence] }
        let attacks = record.attacks.flatMap { attack in
            [attack.title, attack.sentence, attack.reference, attack.score]
                + attack.access.map(\.sentence) + attack.knowledge.map(\.sentence)
        }
        let measured =
            record.measurements.map(\.method) + record.measurements.compactMap(\.note)
            + record.outcomes.map(\.sentence) + record.shadows.map(\.training) + [record.provenance.machine]
        let drawn = record.figures.flatMap { [$0.title, $0.alternative, $0.x.title, $0.y.title] }
        return judged + found + advised + checked + attacks + measured + drawn
    }

    @Test func everySentenceIsOfTheCatalogue() throws {
        let phrases = phrases(try FinishedAudit.standard.get().result.record)
        #expect(phrases.count > 100)
        for phrase in phrases { #expect(phrase.key != nil, "\(phrase)") }
    }

    @Test(arguments: [Language.french, .german])
    func everyPlaceIsFilled(_ language: Language) throws {
        for phrase in phrases(try FinishedAudit.standard.get().result.record) {
            #expect(!phrase.text.contains("{") && !phrase.text(in: language).contains("{"), "\(phrase)")
        }
    }

    @Test func seriesAreNamesOrOfTheCatalogue() throws {
        let record = try FinishedAudit.standard.get().result.record
        let attacks = Set(record.attacks.map(\.id))
        for series in record.figures.flatMap(\.series) {
            #expect(series.name.key != nil || attacks.contains(series.name.text), "\(series.name)")
        }
    }
}
