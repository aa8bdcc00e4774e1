import AuditCore
import Diagnostics
import Foundation
import Reports
import TestSupport
import Testing
import XML

@Suite("report.html")
struct PageTests {
    private func written(_ record: AuditRecord) throws -> (page: String, folder: WorkFolder) {
        let folder = try WorkFolder()
        let written = try ReportFiles.write(record, to: folder.path)
        return (try String(contentsOfFile: written.paths[1], encoding: .utf8), folder)
    }

    private static let records = [SampleRecord.rich, SampleRecord.empty()]

    @Test("the page needs nothing outside itself and runs nothing")
    func selfContained() throws {
        for record in Self.records {
            let page = try written(record).page
            for forbidden in ["<script", "<link", "<iframe", "<object", "@import", "url(", "javascript:"] {
                #expect(!page.contains(forbidden), "\(forbidden)")
            }
            let sources = page.matches(of: /\ssrc="([^"]*)"/).map { String($0.1) }
            #expect(sources.count == record.figures.count)
            #expect(sources.allSatisfy { $0.hasPrefix("data:image/svg+xml,&lt;svg%20") })
            let references = page.matches(of: /href="([^"]*)"/).map { String($0.1) }
            #expect(!references.isEmpty)
            #expect(references.allSatisfy { $0.hasPrefix("#") })
            #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:;"))
        }
    }

    @Test("every link inside the page leads somewhere, and no id stands twice")
    func anchors() throws {
        for record in Self.records {
            let page = try written(record).page
            let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count)
            let targets = page.matches(of: /href="#([^"]*)"/).map { String($0.1) }
            #expect(Set(targets).subtracting(ids).isEmpty)
            let labels = page.matches(of: /aria-labelledby="([^"]*)"/).flatMap {
                $0.1.split(separator: " ").map(String.init)
            }
            #expect(Set(labels).subtracting(ids).isEmpty)
        }
    }

    @Test("headings go down one step at a time, under one h1")
    func headings() throws {
        let page = try written(SampleRecord.rich).page
        let levels = page.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
        #expect(levels.first == 1)
        #expect(levels.filter { $0 == 1 }.count == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        #expect(page.matches(of: /<table/).count == page.matches(of: /<caption/).count)
        #expect(page.matches(of: /<th[ >]/).count == page.matches(of: /<th [^>]*scope="/).count)
        #expect(page.contains("<html lang=\"en\">"))
    }

    @Test("xmllint reads the page without an error", .enabled(if: Tool.exists("xmllint")), arguments: Language.allCases)
    func wellFormed(language: Language) throws {
        let folder = try WorkFolder()
        let written = try ReportFiles.write(
            SampleRecord.rich,
            to: folder.path,
            options: RenderOptions(language: language)
        )
        let result = try Tool.run("xmllint", ["--html", "--noout", written.paths[1]])
        #expect(result.status == 0)
        #expect(result.output.isEmpty, "\(result.output.prefix(500))")
    }

    @Test("verdict and exit code are the same in every format", arguments: Verdict.allCases)
    func sameVerdict(verdict: Verdict) throws {
        let judgement = Judgement(
            verdict: verdict,
            sentence: "because",
            policy: SampleJudgement.policy,
            gates: SampleJudgement.gates,
            missing: []
        )
        let (page, folder) = try written(SampleRecord.make(judgement: judgement))
        let document = try ReportDocument.read(path: folder.path("report.xml"))
        #expect(document.verdict == verdict)
        #expect(document.xml.root.child("verdict")?.attribute("exitCode") == "\(verdict.exitCode)")
        #expect(page.contains("<title>\(verdict.rawValue.uppercased()): "))
        #expect(page.contains("Exit code \(verdict.exitCode) ("))
        #expect(page.contains("<div class=\"verdict \(verdict.rawValue)\">"))
    }

    @Test("the page says what it must and nothing it must not")
    func wording() throws {
        for record in Self.records {
            let page = try written(record).page
            let words = page.replacing(/<style>[\s\S]*?<\/style>/, with: "").lowercased()
                .replacing("\u{A0}", with: " ")
            #expect(!words.contains("anonymous"))
            #expect(!words.contains("compliant"))
            #expect(words.contains("not a determination of anonymity or of gdpr compliance"))
            #expect(words.contains("testing is evidence only against the attacks tested"))
            for paragraph in ["(a)", "(b)", "(c)", "(d)"] { #expect(words.contains("art. 35(7)\(paragraph)")) }
            for unverified in ["¶46", "art. 17", "art. 21", "art. 45"] { #expect(!words.contains(unverified)) }
            #expect(words.contains("sign-off"))
        }
        let page = try written(SampleRecord.rich).page
        #expect(page.matches(of: />NOT RUN</).count >= 6)
        #expect(page.contains("did not learn"))
        #expect(page.contains("no evidence"))
        #expect(page.contains("truck"))
        #expect(page.contains("Waived"))
        #expect(page.contains(">4.860<") && page.contains(">4.730<"))
    }

    @Test("an empty record and one with only skips say that nothing was tested")
    func nothing() throws {
        let skip = Skip(id: "transmia-svm/freezing", reason: "fewer records than 100", remedy: "add records")
        let page = try written(SampleRecord.empty(skips: [skip])).page
        #expect(page.contains("INCOMPLETE"))
        #expect(page.contains("transmia-svm/freezing"))
        #expect(page.contains("fewer records than 100"))
        #expect(page.contains("nothing here counts as a pass"))
        #expect(!page.contains("NaN"))
    }

    @Test("a drawing from outside brings no code with it")
    func hostileDrawing() throws {
        let folder = try WorkFolder()
        let written = try ReportFiles.write(SampleRecord.rich, to: folder.path, formats: [XMLReporter.self])
        let attack = """
            <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script>\
            <a href="http://example.org"><text>x</text></a><use href="http://example.org/y"/>\
            <foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onclick="alert(3)"/></foreignObject>\
            <rect style="fill:url(http://example.org/z)"/></svg>
            """
        let record = try String(contentsOfFile: written.paths[0], encoding: .utf8)
            .replacing(/<svg[\s\S]*?<\/svg>/, with: attack)
        try Data(record.utf8).write(to: URL(fileURLWithPath: written.paths[0]))
        let page = String(
            decoding: try ReportRenderer.render(reportXML: written.paths[0], format: "html"),
            as: UTF8.self
        )
        #expect(!page.contains("alert"))
        #expect(!page.contains("example.org"))
    }

    @Test("a title cannot leave the running header it stands in")
    func hostileHeader() throws {
        let page = try written(SampleRecord.make(title: "\"}</style><b>\\a\n*{display:none}")).page
        let style = try #require(page.firstMatch(of: /<style>([\s\S]*?)<\/style>/)).1
        let header = try #require(style.firstMatch(of: /@top-left\{content:"([^"]*)"\}@top-right/)).1
        #expect(header == "LayerAudit · ”}‹/style›‹b›＼a *{display:none}")
        #expect(!page.contains("<b>"))
    }

    @Test("a thousand classes under twenty attacks make a page that can be used, with a note where the rest stands")
    func thousandClasses() throws {
        let one = SampleMeasurements.perClass(renaming: "truck")[0]
        let classes = (0..<20).flatMap { attack in
            (0..<1000).map { number in
                ClassMeasurement(
                    attack: "attack-\(attack)",
                    approach: one.approach,
                    shadowSize: one.shadowSize,
                    className: "class \(number)",
                    members: 50,
                    nonMembers: 50,
                    accuracy: 0.5 + Double(number % 97) / 1000,
                    accuracyInterval: Interval(low: 0.4, high: 0.7, confidence: 0.95),
                    precision: 0.5,
                    recall: 0.5,
                    auc: 0.5
                )
            }
        }
        let folder = try WorkFolder()
        let record = SampleRecord.make(perClass: classes)
        let written = try ReportFiles.write(record, to: folder.path, formats: [XMLReporter.self])
        var page = ""
        let seconds = try ThreadTime.measure {
            page = String(
                decoding: try ReportRenderer.render(reportXML: written.paths[0], format: "html"),
                as: UTF8.self
            )
        }
        #expect(seconds < 15, "a debug build; a release build: 1 s")
        #expect(page.utf8.count < 4 << 20)
        #expect(page.contains("first 150 of 1,000 rows"))
    }
}
