import AuditCore
import Foundation
import Reports
import Testing

@Suite("report.md")
struct MarkdownTests {
    private func summary(_ record: AuditRecord) throws -> String {
        try Saved.text(MarkdownReporter.render(Saved.document(record)))
    }

    /// What is left when code spans and escaped characters are taken away: all that can be markup.
    private func active(_ line: Substring) -> String {
        var rest = String(line)
        while let fence = rest.firstMatch(of: #/`+/#) {
            let after = rest[fence.range.upperBound...]
            guard
                let end = after.ranges(of: #/`+/#).first(where: { after[$0].count == rest[fence.range].count }),
                rest[..<fence.range.lowerBound].last != "\\"
            else {
                rest.replaceSubrange(fence.range, with: "")
                continue
            }
            rest.removeSubrange(fence.range.lowerBound..<end.upperBound)
        }
        return rest.replacing(#/\\[!-\/:-@\[-`{-~]/#, with: " ")
    }

    @Test("names from outside are no markup, HTML, link, mention or table cell", arguments: HostileRecord.names)
    func inert(name: String) throws {
        let text = try summary(HostileRecord.make(name))
        let plain = try summary(HostileRecord.make("name"))
        #expect(text.split(separator: "\n").count == plain.split(separator: "\n").count)
        for line in text.split(separator: "\n") {
            let active = active(line)
            #expect(!active.contains("<") && !active.contains("["), "\(active.prefix(80))")
            #expect(active.firstMatch(of: #/[@#!~%$^&]\w/#) == nil, "\(active.prefix(80))")
            #expect(!active.contains("://") && active.firstMatch(of: #/(?i)www\.\w/#) == nil)
            #expect(!line.unicodeScalars.contains { $0.properties.isBidiControl })
            if line.hasPrefix("| `") {
                #expect(line.replacing("\\|", with: "").filter { $0 == "|" }.count == 9)
            }
        }
        #expect(text.utf8.count < 65_536)
    }

    @Test("what cannot be seen but acts is shown")
    func bidirectional() throws {
        let text = try summary(SampleRecord.make(title: "a\u{202E}b"))
        #expect(text.contains("a\\[U+202E\\]b"))
    }

    @Test("a no-break space stays, and a run of spaces is one")
    func spaces() throws {
        let text = try summary(SampleRecord.make(title: "a\u{A0}\u{A0} b \n\u{202F}c"))
        #expect(text.hasPrefix("## LayerAudit: FAIL: a\u{A0}b c\n"))
    }

    @Test("verdict, gates, waiver, findings, next steps and what was not tested")
    func parts() throws {
        let text = try summary(SampleRecord.rich)
        #expect(text.hasPrefix("## LayerAudit: FAIL"))
        #expect(text.contains("**fail** (exit code 1)."))
        #expect(text.contains("⚪ fail (waived)"))
        for part in ["Waivers", "Findings", "Next steps", "Not tested"] { #expect(text.contains("### \(part)\n")) }
        #expect(text.contains("21000 members"))
        #expect(!text.contains("Noise on confidence vectors"))
        #expect(text.contains("transmia-svm under freezing: AUC 0.663"))
    }
}
