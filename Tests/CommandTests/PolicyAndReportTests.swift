import Foundation
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
        #expect(run.code == 2)
        #expect(run.errorID == "report.unknown-format")
        #expect(run.errors.contains("'html'"))
        #expect(folder.contents == ["report.xml"])
    }
}
