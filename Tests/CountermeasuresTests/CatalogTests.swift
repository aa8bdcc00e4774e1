import Foundation
import Testing

import Countermeasures

/// What every countermeasure must say, and what must not be claimed of it.
struct CatalogTests {
    @Test func everyEntryIsComplete() {
        let all = CountermeasureCatalog.all
        #expect(Set(all.map(\.id)).count == all.count)
        for entry in all {
            let texts = [entry.title, entry.heading, entry.sentence, entry.caveat, entry.reference].map(\.text)
            #expect(!entry.id.isEmpty && !texts.contains(""), "\(entry.id)")
            #expect(entry.sentence.text.hasSuffix(".") && entry.caveat.text.hasSuffix("."), "\(entry.id)")
            #expect(entry.id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(entry.id)")
            #expect(entry.protectsLayers || entry.protectsAnswers, "\(entry.id)")
            #expect(entry.reference.text.contains { $0.isNumber }, "\(entry.id)")
        }
    }

    @Test func everyFileIsInTheCatalogue() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Countermeasures/Catalog")
        let files = try FileManager.default.contentsOfDirectory(atPath: sources.path)
        #expect(files.count == CountermeasureCatalog.all.count)
    }

    /// Section 5.5 of the paper: what is done to answers cannot protect parameters that leave.
    @Test func measuresOnAnswersDoNotProtectLayers() {
        for entry in CountermeasureCatalog.all where entry.kind == .answers { #expect(!entry.protectsLayers) }
        #expect(CountermeasureCatalog.all.contains { $0.kind == .answers })
    }

    @Test func everyKindIsCovered() {
        let kinds = Set(CountermeasureCatalog.all.map(\.kind))
        #expect(kinds == [.training, .layers, .recipient, .answers])
        #expect(
            CountermeasureCatalog.all.contains { $0 == .differentialPrivacy && $0.protectsLayers && $0.protectsAnswers }
        )
    }
}
