import AuditCore
import Foundation
import Reports
import Testing
import XML

@Suite("formats in other languages")
struct FormatLanguageTests {
    private static let translations: [Language] = [.french, .german]

    /// The sample with every sentence from the catalogue; as it is, and where nothing but the verdict is known.
    private static var records: [AuditRecord] {
        [
            SaidRecord.whole,
            SampleRecord.empty(skips: [
                Skip(id: "x", reason: Phrase(key: "skip.no-target"), remedy: Phrase(key: "skip.no-target-remedy"))
            ]),
        ]
    }

    /// The English catalogue's words between places, as far as they are long enough to be no other language's.
    private static func fragments(notIn language: Language) -> Set<String> {
        var found: Set<String> = []
        for key in PhraseCatalog.keys(in: .english) {
            let phrase = Phrase(key: key)
            let other = phrase.text(in: language)
            for part in phrase.text.split(separator: #/\{[^{}]*\}/#) {
                let words = part.trimmingCharacters(in: .whitespaces)
                if words.count > 9, words.contains(" "), !other.contains(words) { found.insert(words) }
            }
        }
        return found
    }

    @Test("no sentence is left in English", arguments: translations, SpokenFormat.allCases)
    func nothingLeft(_ language: Language, _ format: SpokenFormat) throws {
        let fragments = Self.fragments(notIn: language)
        #expect(fragments.count > 300)
        for record in Self.records {
            let said = try format.text(record, in: language)
            let english = try format.text(record, in: .english)
            #expect(said != english)
            for words in fragments { #expect(!said.contains(words), "\(words)") }
        }
        let english = try format.text(SaidRecord.whole, in: .english)
        #expect(fragments.filter { english.contains($0) }.count > 5)
    }

    @Test("the summary has the language's words, numbers and days")
    func summary() throws {
        let french = try SpokenFormat.markdown.text(SaidRecord.whole, in: .french)
        #expect(french.hasPrefix("## LayerAudit\u{A0}: ÉCHEC\u{A0}: Image encoder 2026.11\n"))
        #expect(french.contains("**échec** (code de sortie 1). "))
        #expect(french.contains("| 0,663 | de 0,6524 à 0,6736 (95\u{A0}%) | au plus 0,6 | élevée |"))
        #expect(french.contains("⚪ échec (sous dérogation)"))
        #expect(french.contains("jusqu’au 31/01/2027"))
        #expect(french.contains("21\u{202F}000 membres"))
        let german = try SpokenFormat.markdown.text(SaidRecord.whole, in: .german)
        #expect(german.hasPrefix("## LayerAudit: NICHT BESTANDEN: Image encoder 2026.11\n"))
        #expect(german.contains("**nicht bestanden** (Exit-Code 1). "))
        #expect(german.contains("| 0,663 | 0,6524 bis 0,6736 (95\u{A0}%) | höchstens 0,6 | hoch |"))
        #expect(german.contains("bis 31.01.2027"))
        #expect(german.contains("21.000 Mitglieder"))
        for summary in [french, german] {
            for row in summary.split(separator: "\n").filter({ $0.hasPrefix("| `") }) {
                #expect(row.firstMatch(of: #/\d\.\d/#) == nil, "\(row)")
            }
        }
    }

    @Test("the draft of a DPIA has the language's words, numbers and days")
    func draft() throws {
        let terms: [(Language, [String])] = [
            (
                .french,
                [
                    "Responsable du traitement\u{A0}: Example Hospital", "Communication\u{A0}: partenaire",
                    "Catégories\u{A0}: santé.", "23\u{202F}648 paramètres sur 24\u{202F}298", "389\u{202F}120 octets",
                    "non-membres\u{A0}: data.h5", "Verdict\u{A0}: échec (code de sortie 1).", "gravité élevée",
                    "(intervalle à 95\u{A0}%\u{A0}: de 0,6524 à 0,6736)", "jusqu’au 31/01/2027", "modèle source",
                ]
            ),
            (
                .german,
                [
                    "Verantwortlicher: Example Hospital", "Weitergabe: Partner", "Kategorien: Gesundheit.",
                    "23.648 von 24.298 Parametern", "389.120 Byte", "Nichtmitglieder: data.h5",
                    "Ergebnis: nicht bestanden (Exit-Code 1).", "Schweregrad hoch",
                    "(Intervall bei 95\u{A0}% Konfidenz: 0,6524 bis 0,6736)", "bis 31.01.2027", "Quellmodell",
                ]
            ),
        ]
        for (language, words) in terms {
            let draft = try SpokenFormat.pia.text(SaidRecord.whole, in: language)
            for word in words { #expect(draft.contains(word), "\(word)") }
            let study = try #require(try DecodedJSON.value(Data(draft.utf8)) as? [String: Any])
            let likelihood = try study.at("answers", as: [[String: Any]].self)
                .first { $0["reference_to"] as? Int == 326 }
            let text = try #require(likelihood).at("data.text", as: String.self)
            #expect(text.firstMatch(of: #/\d\.\d/#) == nil)
        }
    }

    @Test("what programs read is the same in every language", arguments: translations)
    func machineRead(_ language: Language) throws {
        let document = try Saved.document(SaidRecord.whole)
        let options = RenderOptions(language: language)
        func properties(_ options: RenderOptions) throws -> (gates: NSArray, rules: [String]) {
            let bytes = try SARIFReporter.render(document, options: options)
            let log = try #require(try DecodedJSON.value(Data(bytes)) as? [String: Any])
            let results = try log.at("runs.0.results", as: [[String: Any]].self)
            return (try log.at("runs.0.properties.gates"), results.compactMap { $0.string("ruleId") })
        }
        let (gates, rules) = try properties(options)
        let english = try properties(RenderOptions())
        #expect(gates == english.gates)
        #expect(rules == english.rules)
        func outputs(_ options: RenderOptions) throws -> [String] {
            let bytes = try JUnitReporter.render(document, options: options)
            let suite = try XMLDocument.read(bytes: bytes, name: "junit.xml").root.child("testsuite")
            return suite?.children("testcase").compactMap { $0.child("system-out")?.text } ?? []
        }
        #expect(try outputs(options) == outputs(RenderOptions()))
        for id in ["json", "csv", "cyclonedx"] {
            let reporter = try ReporterCatalog.reporter(id)
            #expect(try reporter.render(document, options: options) == reporter.render(document))
        }
    }

    @Test("names of values are those of the page", arguments: Language.allCases)
    func sameWords(_ language: Language) throws {
        let path = Tool.root.appendingPathComponent("Reports/languages/\(language.rawValue).xml").path
        let texts = try XMLDocument.read(path: path).root.children("text")
        let page = Dictionary(uniqueKeysWithValues: texts.map { ($0.attribute("key") ?? "", $0.text) })
        func same(_ phrase: Phrase, _ key: String) {
            #expect(phrase.text(in: language).lowercased() == page[key]?.lowercased(), "\(key)")
        }
        for verdict in Verdict.allCases { same(verdict.title, "verdict.\(verdict.rawValue)") }
        for outcome in GateOutcome.allCases { same(outcome.title, "badge.\(outcome.rawValue)") }
        for severity in Severity.allCases { same(severity.title, "severity.\(severity.rawValue)") }
        for release in ReleaseContext.allCases {
            let name = page["release.\(release.rawValue)"]?.prefix { $0 != ":" }.trimmingCharacters(in: .whitespaces)
            #expect(release.title.text(in: language) == name)
        }
        for bound in Bound.allCases {
            let demand = bound.demand("x").text(in: language)
            #expect(demand == "\(page["bound.\(bound.rawValue)"] ?? "") x")
        }
        for (key, word) in page where key.hasPrefix("category.") {
            let context = AuditContext(
                controller: nil,
                recipient: nil,
                release: .partner,
                dataCategories: [String(key.dropFirst("category.".count))]
            )
            // In English a category stands as the manifest has it.
            if language != .english { #expect(context.categoryTitles.map { $0.text(in: language) } == [word]) }
        }
        for (key, word) in page where key.hasPrefix("file.") {
            let role = String(key.dropFirst("file.".count))
            #expect(FileDigest(role: role, name: "", sha256: "", bytes: 0).roleTitle.text(in: language) == word)
        }
    }
}
