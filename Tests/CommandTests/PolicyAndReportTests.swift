import Foundation
import TestSupport
import Testing

/// `policy check` and `report render` on files that are not what they should be.
@Suite struct PolicyAndReportTests {
    @Test(arguments: ["gdpr-baseline", "gdpr-special-category", "internal-transfer"])
    func shippedPolicies(name: String) throws {
        let run = try CommandRun("policy", "check", name)
        #expect(run.code == 0)
        #expect(run.output.contains("gate "))
    }

    @Test func policyThatIsNotThere() throws {
        let run = try CommandRun("policy", "check", "nowhere.xml")
        #expect(run.code == 2)
        #expect(run.errorID == "policy.file-not-found")
        #expect(run.names("nowhere.xml"))
        #expect(run.hasRemedy)
    }

    @Test func policyThatIsNotXML() throws {
        let folder = try WorkFolder()
        try folder.write("p.xml", "<policy>\n<gate>\n</policy>\n")
        let run = try CommandRun("policy", "check", "p.xml", at: folder)
        #expect(run.code == 2)
        #expect(run.errorID == "policy.unreadable")
        #expect(run.errors.contains("p.xml:3"))
        #expect(folder.contents == ["p.xml"])
    }

    @Test func policyAgainstTheSchema() throws {
        let folder = try WorkFolder()
        try folder.write("p.xml", "<policy xmlns=\"urn:layeraudit:policy:1\">\n<surprise/>\n</policy>\n")
        let run = try CommandRun("policy", "check", "p.xml", at: folder)
        #expect(run.code == 2)
        #expect(run.errorID == "policy.schema")
        #expect(run.errors.contains("p.xml:"))
    }

    @Test func reportThatIsNotThere() throws {
        let folder = try WorkFolder()
        let run = try CommandRun("report", "render", "report.xml", "--format", "html", at: folder)
        #expect(run.code == 2)
        #expect(run.errorID == "report.unreadable")
        #expect(run.hasRemedy)
        #expect(folder.contents == [])
    }

    @Test func reportOfAnUnknownFormat() throws {
        let folder = try WorkFolder()
        try folder.write("report.xml", "<report/>")
        let run = try CommandRun("report", "render", "report.xml", "--format", "htm", at: folder)
        #expect(run.code == 64)
        #expect(run.errors.contains("Did you mean 'html'?"))
        #expect(folder.contents == ["report.xml"])
    }

    /// The sample's record.
    private static let sample = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Reports/sample/report.xml").path

    @Test func severalFormatsAtOnce() throws {
        let folder = try WorkFolder()
        let run = try CommandRun(
            "report",
            "render",
            Self.sample,
            "--format",
            "json,sarif,junit,markdown,csv,pia,cyclonedx",
            "--output",
            "out",
            at: folder
        )
        #expect(run.code == 0)
        let names = [
            "report.json", "report.sarif", "junit.xml", "report.md", "measurements.csv", "report.pia.json",
            "report.cdx.json",
        ]
        #expect(run.output.split(separator: "\n").map(String.init) == names.map { "out/\($0)" })
        let written = try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "out").path)
        #expect(Set(written) == Set(names))
    }

    @Test func baselineOfAnEarlierRecord() throws {
        let folder = try WorkFolder()
        let run = try CommandRun(
            "report",
            "render",
            Self.sample,
            "--format",
            "sarif",
            "--baseline",
            Self.sample,
            "--output",
            ".",
            at: folder
        )
        #expect(run.code == 0)
        let log = try String(contentsOf: folder.url.appending(path: "report.sarif"), encoding: .utf8)
        #expect(log.contains("\"baselineState\" : \"unchanged\""))
        #expect(!log.contains("\"new\""))
        let missing = try CommandRun(
            "report",
            "render",
            Self.sample,
            "--format",
            "sarif",
            "--baseline",
            "none.xml",
            "--output",
            "other",
            at: folder
        )
        #expect(missing.code == 2)
        #expect(missing.errorID == "report.unreadable")
        #expect(folder.contents == ["report.sarif"])
    }

    @Test func annotationsForHosts() throws {
        let folder = try WorkFolder()
        let arguments = ["report", "render", Self.sample, "--format", "markdown", "--output", ".", "--annotations"]
        let github = try CommandRun(list: arguments + ["github"], at: folder)
        #expect(github.code == 0)
        #expect(github.output.contains("\n::error title=LayerAudit fail (exit code 1)::"))
        let german = try CommandRun(list: arguments + ["github", "--language", "de"], at: folder)
        #expect(german.output.contains("\n::error title=LayerAudit nicht bestanden (Exit-Code 1)::"))
        let gitlab = try CommandRun(list: arguments + ["gitlab"], at: folder)
        #expect(gitlab.code == 0)
        #expect(!gitlab.output.contains("::"))
        #expect(Set(folder.contents) == ["report.md", "gl-code-quality-report.json"])
    }

    @Test func everyErrorOfEveryFile() throws {
        let folder = try WorkFolder()
        try folder.write("a.xml", "<policy xmlns=\"urn:layeraudit:policy:1\" id=\"A\"/>\n")
        try folder.write("b.xml", "<policy")
        let run = try CommandRun("policy", "check", "a.xml", "gdpr-baseline", "b.xml", at: folder)
        #expect(run.code == 2)
        #expect(run.output.contains("gdpr-baseline"))
        #expect(run.errors.contains("[policy.schema]") && run.errors.contains("[policy.incomplete]"))
        #expect(run.errors.contains("a.xml:1:") && run.errors.contains("b.xml:1:"))
        #expect(run.errors.components(separatedBy: "remedy: ").count > 4)
    }

    @Test func explainAndDiff() throws {
        let run = try CommandRun("policy", "explain", "gdpr-special-category", "--today", "2026-11-20")
        #expect(run.code == 0)
        #expect(run.output.contains("Gate 'tpr-at-0-1-percent'"))
        #expect(try CommandRun("policy", "explain", "gdpr-baseline", "--today", "2026-02-30").code == 64)
        let stricter = ["policy", "diff", "gdpr-baseline", "gdpr-special-category", "--exit-code"]
        #expect(try CommandRun(list: stricter).code == 0)
        let weaker = ["policy", "diff", "gdpr-baseline", "internal-transfer"]
        #expect(try CommandRun(list: weaker).code == 0)
        #expect(try CommandRun(list: weaker + ["--exit-code"]).code == 1)
    }

    /// The hand-made audit has a failed validity check, which leaves every gate undecided.
    @Test func pastAudits() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
        let record = root.appending(path: "Reports/sample/report.xml").path
        let run = try CommandRun("policy", "test", "gdpr-baseline", record, "--today", "2026-11-20")
        #expect(run.code == 3)
        #expect(run.output.contains("INCONCLUSIVE (exit code 3)"))
        #expect(run.output.contains("gate auc: inconclusive") && run.output.contains("'blind-classifier'"))
        let lost = try CommandRun("policy", "test", "gdpr-baseline", "nowhere.xml")
        #expect(lost.code == 2)
        #expect(lost.errorID == "report.unreadable")
    }
}
