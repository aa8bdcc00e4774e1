import Foundation
import Testing

import Countermeasures

/// What every countermeasure must say, and what must not be claimed of it.
struct CatalogTests {
    @Test func everyEntryIsComplete() {
        let all = CountermeasureCatalog.descriptors
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

    /// Each has a folder of its own with its name; the capital ones hold what they share.
    @Test func everyFolderIsInTheCatalogue() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Countermeasures")
        let names = try FileManager.default.contentsOfDirectory(atPath: sources.path)
        let folders = names.filter { $0.first?.isLowercase == true }
        #expect(Set(folders) == Set(CountermeasureCatalog.descriptors.map(\.id)))
    }

    @Test func everyEntryIsDocumented() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/countermeasures.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        for entry in CountermeasureCatalog.descriptors { #expect(text.contains("`\(entry.id)`"), "\(entry.id)") }
    }

    @Test func everyParameterHasAStandardThatMakesSense() {
        for entry in CountermeasureCatalog.descriptors {
            #expect(Set(entry.parameters.map(\.name)).count == entry.parameters.count, "\(entry.id)")
            for parameter in entry.parameters {
                #expect(parameter.checked(parameter.standard) == parameter.standard, "\(entry.id).\(parameter.name)")
            }
        }
    }

    @Test func valuesThatMakeNoSenseAreLeftOut() {
        let settings = CountermeasureSettings(QuantisedLayers.descriptor, ["bits": 4.5, "level": 3])
        #expect(settings.whole("bits") == 8)
        #expect(settings["level"] == 0)
        #expect(CountermeasureSettings(QuantisedLayers.descriptor, ["bits": 4]).whole("bits") == 4)
    }

    /// Section 5.5 of the paper: what is done to answers cannot protect parameters that leave.
    @Test func measuresOnAnswersDoNotProtectLayers() {
        for entry in CountermeasureCatalog.descriptors where entry.kind == .answers { #expect(!entry.protectsLayers) }
        #expect(CountermeasureCatalog.descriptors.contains { $0.kind == .answers })
    }

    @Test func everyKindIsCovered() {
        let kinds = Set(CountermeasureCatalog.descriptors.map(\.kind))
        #expect(kinds == [.training, .layers, .recipient, .answers])
        #expect(
            CountermeasureCatalog.descriptors.contains {
                $0.id == "differential-privacy" && $0.protectsLayers && $0.protectsAnswers
            }
        )
    }
}
