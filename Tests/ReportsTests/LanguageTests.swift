import AuditCore
import Foundation
import Reports
import Testing
import XML

@Suite("Reports/languages")
struct LanguageTests {
    /// Keys whose French or German is the English: abbreviations, signs, and words the languages share.
    private static let shared: [Language: Set<String>] = [
        .french: [
            "sha256", "date.day", "statistic.auc", "column.auc", "column.sha256", "column.p", "column.x",
            "column.y", "column.p-value", "column.q-value", "page.version", "print.page", "contents.provenance",
            "heading.provenance", "contents.figures", "heading.figures", "signoff.date", "signoff.signature",
            "signoff.conditions", "provenance.machine", "column.source", "column.classes", "methods.score",
            "column.score", "file.architecture",
        ],
        .german: [
            "sha256", "date.first", "month.04", "month.08", "month.09", "month.11", "statistic.auc", "column.auc",
            "column.sha256", "column.p", "column.x", "column.y", "column.p-value", "column.q-value",
            "short.tpr", "short.fpr", "signoff.name", "law.frameworks.basis", "column.training",
            "column.bytes", "sign.colon", "sign.semicolon", "number.percent",
        ],
    ]

    private static func read(_ language: Language) throws -> [String: XMLNode] {
        let path = Tool.root.appendingPathComponent("Reports/languages/\(language.rawValue).xml").path
        let root = try XMLDocument.read(path: path).root
        #expect(root.attribute("code") == language.rawValue)
        let texts = root.children("text")
        let keys = texts.compactMap { $0.attribute("key") }
        #expect(keys.count == texts.count)
        return try Dictionary(
            zip(keys, texts),
            uniquingKeysWith: { node, _ in try #require(nil as XMLNode?, "\(node.line)") }
        )
    }

    /// What stands inside a text: its slots and the targets of its links, in order of their names.
    private static func parts(_ node: XMLNode) -> [String] {
        node.children.flatMap { child -> [String] in
            switch child.name {
            case "slot": ["slot \(child.attribute("n") ?? "")"]
            case "link": ["link \(child.attribute("to") ?? "")"]
            default: [child.name] + parts(child)
            }
        }.sorted()
    }

    @Test(
        "every language has every key, with the same slots and links, and no English left",
        arguments: [Language.french, .german]
    )
    func complete(language: Language) throws {
        let english = try Self.read(.english)
        let other = try Self.read(language)
        #expect(Set(other.keys) == Set(english.keys))
        for (key, node) in english {
            let said = try #require(other[key], "\(key)")
            #expect(Self.parts(said) == Self.parts(node), "\(key)")
            #expect(!said.text.isEmpty || !said.children.isEmpty, "\(key)")
            let isShared = Self.shared[language]?.contains(key) == true
            #expect((said.text == node.text) == isShared || said.text.isEmpty, "\(key): \(said.text)")
        }
    }

    /// The stylesheet without its comments.
    private static func sheet() throws -> String {
        try String(contentsOf: Tool.root.appendingPathComponent("Reports/report.xsl"), encoding: .utf8)
            .replacing(/<!--[\s\S]*?-->/, with: "")
    }

    /// Every key the stylesheet can ask for: written out, in a list of columns, links or laws, or made of a value.
    private static func used() throws -> Set<String> {
        let sheet = try sheet()
        var keys = Set(sheet.matches(of: /key\('t', '([^']+)'\)/).map { String($0.1) })
        func listed(_ template: String, _ names: (String) -> [String]) {
            let pattern = "name=\"\(template)\"><xsl:with-param name=\"(?:of|id)\" select=\"'([^']+)'"
            guard let regex = try? Regex(pattern, as: (Substring, Substring).self) else { return }
            for match in sheet.matches(of: regex) {
                for word in match.1.split(separator: " ") { keys.formUnion(names(String(word))) }
            }
        }
        listed("columns") { ["column.\($0)"] }
        listed("links") { ["contents.\($0)"] }
        listed("law-row") { ["law.\($0)", "law.\($0).basis", "law.\($0).where"] }
        listed("part") { ["heading.\($0)"] }
        listed("section") { ["heading.\($0)"] }
        func each(_ prefix: String, _ values: [String]) { keys.formUnion(values.map { prefix + $0 }) }
        each("verdict.", Verdict.allCases.map(\.rawValue))
        each("meaning.", Verdict.allCases.map(\.rawValue))
        each("badge.", ["pass", "fail", "inconclusive", "leaks", "no-evidence", "did-not-learn", "not-run"])
        each("check.", ["pass", "fail", "not-run"])
        each("severity.", Severity.allCases.map(\.rawValue))
        for prefix in ["risk.", "likelihood."] { each(prefix, RiskLevel.allCases.map(\.rawValue)) }
        each("bound.", ["at-most", "at-least"])
        each("column.", Access.allCases.map(\.rawValue) + Knowledge.allCases.map(\.rawValue))
        each("approach.", Approach.allCases.map(\.rawValue))
        each("release.", ["internal", "partner", "public"])
        each("adds.", ["stronger", "weaker", "no-difference"])
        each("narrower.", UncertaintySplit.Part.allCases.map(\.rawValue))
        each("uncertainties.", UncertaintySplit.ShadowMethod.allCases.map(\.rawValue))
        each("trials.", CountermeasureTrial.Outcome.allCases.filter { $0 != .measured }.map(\.rawValue))
        each("layer.", ["identical", "changed", "missing", "beyond-cut"])
        each("exposure.", ["rows", "pseudonyms", "raw"])
        each("statistic.", Statistic.allCases.map(\.rawValue))
        each("plain.", Statistic.allCases.map(\.rawValue))
        each("month.", (1...12).map { $0 < 10 ? "0\($0)" : "\($0)" })
        return keys
    }

    @Test("no key of the stylesheet is missing, and none is left over but for words of open lists")
    func keys() throws {
        let known = Set(try Self.read(.english).keys)
        let used = try Self.used()
        #expect(used.subtracting(known).isEmpty, "\(used.subtracting(known).sorted())")
        let open = ["role.", "file.", "category."]
        let left = known.subtracting(used).filter { key in !open.contains { key.hasPrefix($0) } }
        #expect(left.isEmpty, "\(left.sorted())")
    }

    @Test("the stylesheet has no word of its own")
    func noWords() throws {
        let sheet = try Self.sheet()
            .replacing(/<xsl:attribute name="(class|role|tabindex|checked)">[^<]*<\/xsl:attribute>/, with: "")
        let own: Set = ["LayerAudit", "x:", "; y:"]
        for match in sheet.matches(of: />([^<>]*\p{L}[^<>]*)</) {
            let text = match.1.trimmingCharacters(in: .whitespacesAndNewlines)
            let isStyle = text.contains("content:\"") || text.contains("counter(page)") || text.contains("var(--ink)")
            let isMarkup = text.hasPrefix("&lt;") || text.hasPrefix("xmlns=") || text.hasPrefix("&gt;") || text == "10"
            #expect(own.contains(text) || isStyle || isMarkup || text.hasPrefix("\"\\&lt;"), "\(text)")
        }
        for match in sheet.matches(of: /<[a-z][a-z0-9]* [^>]*?(aria-label|alt|title|placeholder)="([^"{]+)"/) {
            Issue.record("\(match.2)")
        }
        for match in sheet.matches(of: /select="'([^']*\p{L}[^']*)'"/) where match.1.contains(#/[A-Z].* /#) {
            Issue.record("\(match.1)")
        }
    }

    /// The sample's record, its figures not drawn.
    private static func record() throws -> ReportDocument {
        let undrawn = FigureDrawing.draw(SampleRecord.rich.figures, with: Gnuplot(program: "/nonexistent"))
        return try RecordWriter.document(of: SampleRecord.rich, drawings: undrawn)
    }

    private static func page(_ language: Language) throws -> String {
        String(decoding: try HTMLReporter.render(record(), options: RenderOptions(language: language)), as: UTF8.self)
    }

    @Test("a French or German page holds no sentence of the English one's own", arguments: [Language.french, .german])
    func untranslated(language: Language) throws {
        let page = try Self.page(language).replacing(/<style>[\s\S]*?<\/style>/, with: "")
        let record = String(decoding: try Self.record().bytes, as: UTF8.self)
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
        for (key, node) in try Self.read(.english) where node.text.count > 14 {
            let isShared = Self.shared[language]?.contains(key) == true
            let text = node.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            #expect(isShared || record.contains(text) || !page.contains(">\(text)<"), "\(key)")
        }
    }

    @Test("dates, numbers and percentages have the language's form")
    func forms() throws {
        let english = try Self.page(.english)
        let french = try Self.page(.french)
        let german = try Self.page(.german)
        #expect(english.contains(/<p class="dateline">\d+ [A-Z][a-z]+ 20\d\d, \d\d:\d\d UTC/))
        #expect(french.contains(/<p class="dateline">\d+(er)? \p{Ll}+ 20\d\d à \d\d:\d\d UTC/))
        #expect(german.contains(/<p class="dateline">\d+\. \p{Lu}\p{Ll}+ 20\d\d, \d\d:\d\d Uhr UTC/))
        #expect(english.contains(">10,000<") || english.contains(" 5,000 members") || english.contains(">5,000<"))
        #expect(french.contains("5\u{202F}000 membres"))
        #expect(german.contains("5.000 Mitglieder"))
        #expect(english.contains("95\u{A0}% confidence"))
        #expect(french.contains("95\u{202F}% de confiance"))
        #expect(german.contains("bei 95\u{A0}% Konfidenz"))
        for page in [french, german] {
            let cells = page.matches(of: /<td class="number">([^<]*)/).map { String($0.1) }
            #expect(cells.contains { $0.contains(/^0,\d{3}/) })
            #expect(!cells.contains { $0.contains(/^[−-]?0\.\d/) })
            #expect(!page.contains(/<span class="interval">\[[^\]<]*\d\.\d{3}[,;]/))
        }
    }

    @Test("the DPIA's sections are named in the words of each language's Art. 35(7)")
    func legalTerms() throws {
        let french = try Self.page(.french)
        let german = try Self.page(.german)
        for term in [
            "une description systématique des opérations de traitement envisagées et des finalités du traitement",
            "une évaluation de la nécessité et de la proportionnalité des opérations de traitement au regard des finalités",
            "une évaluation des risques pour les droits et libertés des personnes concernées",
            "les mesures envisagées pour faire face aux risques", "responsable du traitement",
            "analyse d’impact relative à la protection des données", "données à caractère personnel",
        ] { #expect(french.contains(term), "\(term)") }
        for term in [
            "eine systematische Beschreibung der geplanten Verarbeitungsvorgänge und der Zwecke der Verarbeitung",
            "eine Bewertung der Notwendigkeit und Verhältnismäßigkeit der Verarbeitungsvorgänge in Bezug auf den Zweck",
            "eine Bewertung der Risiken für die Rechte und Freiheiten der betroffenen Personen",
            "die zur Bewältigung der Risiken geplanten Abhilfemaßnahmen", "Verantwortliche",
            "Datenschutz-Folgenabschätzung", "personenbezogene Daten",
        ] { #expect(german.contains(term), "\(term)") }
    }
}
