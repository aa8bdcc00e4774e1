import AuditCore
import Reports
import Testing
import XML

@Suite("junit.xml")
struct JUnitTests {
    private func suite(_ record: AuditRecord) throws -> XMLNode {
        let root = try XMLDocument.read(bytes: JUnitReporter.render(Saved.document(record)), name: "junit.xml").root
        return try #require(root.child("testsuite"))
    }

    @Test("what is not a pass never looks like one")
    func counts() throws {
        let suite = try suite(SampleRecord.rich)
        #expect(suite.attribute("tests") == "5")
        #expect(suite.attribute("failures") == "1")
        #expect(suite.attribute("errors") == "2")
        #expect(suite.attribute("skipped") == "1")
        let waived = try #require(suite.children("testcase").first { $0.child("skipped") != nil })
        #expect(waived.child("skipped")?.attribute("message")?.contains("The layers are trained again") == true)
    }

    @Test("a suite without gates, or whose gates pass under another verdict, has an error", arguments: Verdict.allCases)
    func neverAnEmptyPass(verdict: Verdict) throws {
        let passing = MatrixRecord.gates.filter { $0.outcome == .pass }
        for gates in [[], passing] {
            let own = SampleJudgement.fail
            let judgement = Judgement(
                verdict: verdict,
                sentence: "",
                policy: own.policy,
                gates: gates,
                missing: []
            )
            let suite = try suite(SampleRecord.make(judgement: judgement))
            let isPass = verdict == .pass && !gates.isEmpty
            #expect((suite.attribute("errors") == "0") == (isPass || (verdict == .pass && gates.isEmpty)))
            #expect(suite.attribute("tests") != "0")
        }
        #expect(try self.suite(SampleRecord.empty()).attribute("errors") == "1")
    }
}
