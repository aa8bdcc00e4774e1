import AuditCore
import History
import Reports
import TestSupport
import Testing
import XML

struct HistoryPageTests {
    private let folder: WorkFolder
    private let registry: Registry

    init() throws {
        folder = try WorkFolder()
        registry = try Registry(path: folder.path("registry.sqlite"))
    }

    private func page(_ title: String, count: Int) throws -> String {
        for index in 0..<count {
            let value = 0.5 + Double(index) / 100
            let gate = Records.gate("auc", Records.measurement(value, value - 0.02, value + 0.02))
            try registry.add(Records.document(Records.record([gate], title: "\(title) \(index)")), report: "r.xml")
        }
        return String(decoding: try HistoryPage.render(registry.audits()), as: UTF8.self)
    }

    @Test func everyAuditAndEveryFigureIsThere() throws {
        let page = try page("Release", count: 6)
        for index in 0..<6 { #expect(page.contains("Release \(index)")) }
        #expect(page.contains("<svg"))
        #expect(page.contains("0.55 [0.53, 0.57]"))
        #expect(!page.contains("<script"))
        #expect(!page.contains("src="))
    }

    @Test(arguments: [Language.french, .german]) func thePageIsWhollyInItsLanguage(_ language: Language) throws {
        let value = Records.measurement(0.55, 0.53, 0.57)
        try registry.add(Records.document(Records.record([Records.gate("auc", value)], title: "A")), report: "r.xml")
        let audits = try registry.audits()
        let english = String(decoding: try HistoryPage.render(audits), as: UTF8.self)
        let page = String(decoding: try HistoryPage.render(audits, in: language), as: UTF8.self)
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(
            page.contains(language == .french ? "0,55 [0,53\u{A0}; 0,57], au plus" : "0,55 [0,53; 0,57], höchstens")
        )
        #expect(page.contains(language == .french ? "20/11/2026 à 10:00" : "20.11.2026, 10:00"))
        let keys = PhraseCatalog.keys(in: .english).filter { $0.hasPrefix("history.") }
        #expect(keys.count > 20)
        var found = 0
        for phrase in keys.map({ Phrase(key: $0) }) where phrase.text != phrase.text(in: language) {
            for part in phrase.text.split(separator: #/\{[^{}]*\}/#) where part.count > 9 && part.contains(" ") {
                if english.contains(part) { found += 1 }
                #expect(!page.contains(part), "\(part)")
            }
        }
        #expect(found > 9)
        // The registry's own words: the verdict's reason and the gate's result.
        for words in ["Every gate is met.", "<strong>pass</strong>"] {
            #expect(english.contains(words) && !page.contains(words), "\(words)")
        }
    }

    @Test func hostileTitlesStayText() throws {
        let page = try page("<script>alert(1)</script> ]]> \" ' & \u{202E}", count: 1)
        #expect(!page.contains("<script"))
        #expect(page.contains("&lt;script&gt;"))
    }

    @Test func anEmptyRegistryHasAPage() throws {
        #expect(try page("none", count: 0).contains("0 audits"))
    }
}
