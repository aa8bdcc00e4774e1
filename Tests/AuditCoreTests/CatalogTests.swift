import Foundation
import Testing

@testable import AuditCore

/// The catalogues of the languages against each other.
@Suite("catalogues")
struct CatalogTests {
    private static let translations: [Language] = [.french, .german]
    private static let english = PhraseCatalog.keys(in: .english)

    /// Entries that are names, numbers, formulas, or the same word.
    private static let same: Set<String> = [
        "training.regularised", "sentences", "sentence",
        "figure", "number", "statistic.auc", "measured.value", "verdict.missing-reason",
        "note.value", "note.values", "check.overlaps", "method.delong", "figure.attack-approach",
        "attack.transmia-dnn.learning-rate", "countermeasure.protected-parameters.reference", "coverage.exfiltration",
        "coverage.reconstruction", "schedule.constant", "subject.in-group", "attack.lira.title",
        "attack.lira-offline.title", "attack.rmia.title",
        "attack.rmia-offline.title", "attack.loss-global.reference",
        "labelled", "file-role.architecture", "figure.epsilon-axis", "advice.failed-trial",
        "pipeline.gate", "pia.gate", "pia.gate-result", "history.audits", "history.value", "history.curve",
    ]

    @Test("every line of a file is an entry of its own, and every entry makes sense")
    func files() throws {
        for language in Language.allCases {
            let keys = try CatalogFiles.keys(language)
            #expect(keys.count > 300)
            #expect(Set(keys).count == keys.count)
            #expect(PhraseCatalog.keys(in: language) == Set(keys))
        }
    }

    @Test("the languages have the same keys", arguments: translations)
    func sameKeys(_ language: Language) {
        #expect(PhraseCatalog.keys(in: language).symmetricDifference(Self.english) == [])
    }

    @Test("the languages fill the same places", arguments: translations)
    func samePlaces(_ language: Language) {
        for key in Self.english {
            #expect(
                PhraseCatalog.places(of: key, in: language) == PhraseCatalog.places(of: key, in: .english),
                "\(key)"
            )
        }
    }

    @Test("nothing is empty, and nothing but names and numbers is the same as in English", arguments: translations)
    func translated(_ language: Language) {
        for key in Self.english {
            let text = PhraseCatalog.say(key, [], in: language) ?? ""
            #expect(!text.isEmpty, "\(key)")
            #expect(text != PhraseCatalog.say(key, [], in: .english) || Self.same.contains(key), "\(key)")
        }
    }

    @Test("no English word is left", arguments: translations)
    func words(_ language: Language) {
        let english: Set<String> = [
            "the", "and", "of", "is", "are", "with", "without", "not", "which", "that", "its", "from", "by", "leakage",
            "members", "attack", "layers", "gdpr", "edpb's", "records", "model",
        ]
        for key in Self.english {
            let text = PhraseCatalog.say(key, [], in: language) ?? ""
            let words = text.replacing(#/\{[^}]*\}|`[^`]*`|gdpr-[a-z-]+/#, with: "").lowercased()
                .split { !$0.isLetter }.map(String.init)
            #expect(english.intersection(words) == [], "\(key)")
        }
    }

    @Test("legal terms are those of the official texts")
    func law() {
        let terms: [(Language, String, [String])] = [
            (.french, "law.minimisation", ["RGPD", "article 25, paragraphe 1"]),
            (.german, "law.minimisation", ["DSGVO", "Art.\u{A0}5 Abs.\u{A0}1 Buchst.\u{A0}c"]),
            (
                .french, "policy.gdpr-special-category.title",
                ["catégories particulières de données à caractère personnel"]
            ),
            (.german, "policy.gdpr-special-category.title", ["besonderen Kategorien personenbezogener Daten"]),
            (.french, "policy.internal-transfer.purpose", ["responsable du traitement"]),
            (.german, "policy.internal-transfer.purpose", ["Verantwortlichen"]),
            (.french, "policy.gdpr-baseline.tpr-at-1-percent.basis", ["considérant 26 (ciblage)"]),
            (.german, "policy.gdpr-baseline.tpr-at-1-percent.basis", ["Erwägungsgrund 26 (Aussondern)"]),
        ]
        for (language, key, words) in terms {
            let text = PhraseCatalog.say(key, [], in: language) ?? ""
            for word in words { #expect(text.contains(word), "\(key): \(text)") }
        }
    }
}
