import AuditCore
import Diagnostics
import Foundation
import Testing

@testable import Policies

@Suite struct PolicyReaderTests {
    static let valid = """
        <policy xmlns="urn:layeraudit:policy:1" id="p" title=" A  title " version="1.2">
        <purpose>What
          for</purpose>
        <limits>Not this</limits>
        <requires>
        <sample members="100" nonMembers="200"/>
        <attack id="transmia-svm" approach="freezing"/>
        <attack id="gap"/>
        </requires>
        <severity><raise><dataCategory>health</dataCategory></raise><raise><release>public</release></raise></severity>
        <gate id="auc" title="AUC" statistic="auc" bound="at-most" threshold="0.60" confidence="0.95" severity="high">
        <legalBasis>b</legalBasis><rationale>r</rationale></gate>
        <gate id="tpr" title="TPR" statistic="tpr-at-fpr-0.01" bound="at-most" threshold="0.05" confidence="0.9" severity="low" attacks="listed">
        <attack id="transmia-dnn"/>
        <attack id="transmia-svm" approach="baseline"/>
        <legalBasis>b</legalBasis><rationale>r</rationale></gate>
        <waiver gate="auc" approver="A" expires="2026-12-31"><reason>why</reason></waiver>
        </policy>
        """

    static func read(_ text: String) throws(PolicyError) -> Policy {
        try PolicyReader.read(bytes: Array(text.utf8), name: "p.xml", knownAttacks: knownAttacks)
    }

    static func issues(_ text: String) -> [PolicyIssue] {
        do {
            _ = try read(text)
            return []
        } catch { return error.issues }
    }

    @Test func values() throws {
        let policy = try Self.read(Self.valid)
        #expect(policy.id == "p")
        #expect(policy.title == "A title")
        #expect(policy.version == "1.2")
        #expect(policy.purpose == "What for")
        #expect(policy.limits == "Not this")
        #expect(policy.sample == SampleSize(members: 100, nonMembers: 200))
        #expect(policy.requiredAttacks.map(\.description) == ["transmia-svm/freezing", "gap"])
        #expect(policy.severityRules == [.dataCategories([.health]), .releases([.public])])
        #expect(policy.gates.map(\.id) == ["auc", "tpr"])
        #expect(policy.gates[0].threshold == 0.6)
        #expect(policy.gates[0].attacks == .worstOf)
        #expect(policy.gates[1].statistic == .tprAt1)
        #expect(
            policy.gates[1].attacks
                == .listed([
                    AttackReference(attack: "transmia-dnn"),
                    AttackReference(attack: "transmia-svm", approach: .baseline),
                ])
        )
        #expect(policy.waivers == [Waiver(gate: "auc", approver: "A", reason: "why", expires: "2026-12-31")])
        #expect(policy.bytes == Array(Self.valid.utf8))
    }

    /// What is replaced in the valid policy, by what, the line and the code: each alone, nothing else reported.
    static let mistakes: [(String, String, Int, PolicyError.Code)] = [
        ("statistic=\"auc\"", "statistic=\"auk\"", 11, .unknownStatistic),
        ("<attack id=\"gap\"/>", "<attack id=\"gapp\"/>", 8, .unknownAttack),
        ("<attack id=\"transmia-dnn\"/>", "<attack id=\"transmia\"/>", 14, .unknownAttack),
        ("<attack id=\"gap\"/>", "<attack id=\"gap\" approach=\"freezing\"/>", 8, .unknownApproach),
        ("approach=\"baseline\"", "approach=\"base\"", 15, .unknownApproach),
        ("<gate id=\"tpr\"", "<gate id=\"auc\"", 13, .duplicateGate),
        ("<waiver gate=\"auc\"", "<waiver gate=\"auk\"", 17, .unknownGate),
        ("threshold=\"0.60\"", "threshold=\"1\"", 11, .impossibleThreshold),
        ("threshold=\"0.60\"", "threshold=\"0.5\"", 11, .impossibleThreshold),
        ("threshold=\"0.60\"", "threshold=\"-1\"", 11, .impossibleThreshold),
        ("threshold=\"0.60\"", "threshold=\"NaN\"", 11, .impossibleThreshold),
        ("bound=\"at-most\" threshold=\"0.60\"", "bound=\"at-least\" threshold=\"0\"", 11, .impossibleThreshold),
        ("bound=\"at-most\" threshold=\"0.60\"", "bound=\"at-least\" threshold=\"1.1\"", 11, .impossibleThreshold),
        (
            "statistic=\"auc\" bound=\"at-most\"", "statistic=\"epsilon-lower-bound\" bound=\"at-least\"", 11,
            .impossibleBound
        ),
        ("confidence=\"0.95\"", "confidence=\"0.5\"", 11, .impossibleConfidence),
        ("confidence=\"0.95\"", "confidence=\"1\"", 11, .impossibleConfidence),
        ("<attack id=\"transmia-dnn\"/>", "<attack approach=\"freezing\"/>", 14, .attackSelection),
        (" attacks=\"listed\">\n<attack id=\"transmia-dnn\"/>", ">\n<attack/>", 14, .attackSelection),
        ("<legalBasis>", "<group of=\"class\"/><legalBasis>", 12, .impossibleGroup),
        ("<legalBasis>", "<group of=\"all\" name=\"x\"/><legalBasis>", 12, .impossibleGroup),
        ("<limits>Not this</limits>", "", 1, .incomplete),
        ("expires=\"2026-12-31\"", "expires=\"2026-02-30\"", 17, .impossibleDate),
        ("expires=\"2026-12-31\"", "expires=\"2026-12-31Z\"", 17, .impossibleDate),
        ("expires=\"2026-12-31\"", "expires=\"99999999999-12-31\"", 17, .impossibleDate),
        ("</policy>", "<extension name=\"x\" critical=\"true\"/></policy>", 18, .unknownCritical),
        ("</rationale></gate>", "</rationale><extension name=\"x\" critical=\"1\"/></gate>", 12, .unknownCritical),
        ("severity=\"high\">", "severity=\"high\" attacks=\"listed\">", 11, .attackSelection),
        (
            "<gate id=\"auc\"", "<override gate=\"auc\"/><gate id=\"auc\"", 11, .unknownBase
        ),
        (
            "<gate id=\"auc\"", "<remove gate=\"auc\"><reason>r</reason></remove><gate id=\"auc\"", 11, .unknownBase
        ),
    ]

    @Test(arguments: mistakes)
    func semanticMistakes(_ old: String, _ new: String, _ line: Int, _ code: PolicyError.Code) {
        let issues = Self.issues(Self.valid.replacing(old, with: new, maxReplacements: 1))
        #expect(issues.map(\.code) == [code])
        #expect(issues.map(\.line) == [line])
        #expect(issues.allSatisfy { $0.column != nil })
        #expect(issues.allSatisfy { !$0.remedy.isEmpty })
    }

    /// What the schema alone must refuse.
    static let schemaMistakes: [(String, String, Int)] = [
        ("version=\"1.2\"", "version=\"1.2\" extra=\"1\"", 1),
        ("version=\"1.2\"", "version=\"one\"", 1),
        ("id=\"p\"", "id=\"P p\"", 1),
        ("<limits>Not this</limits>", "<limits> </limits>", 4),
        ("<limits>", "<unknown/><limits>", 4),
        ("members=\"100\"", "members=\"0\"", 6),
        ("members=\"100\"", "members=\"99999999999999999999\"", 6),
        ("<dataCategory>health", "<dataCategory>heath", 10),
        ("<release>public", "<release>publik", 10),
        ("threshold=\"0.60\"", "threshold=\"much\"", 11),
        ("threshold=\"0.60\"", "", 11),
        ("severity=\"high\"", "severity=\"grave\"", 11),
        ("<rationale>r</rationale></gate>", "</gate>", 11),
        ("<reason>why</reason>", "", 17),
    ]

    @Test(arguments: schemaMistakes)
    func schemaRefuses(_ old: String, _ new: String, _ line: Int) {
        let issues = Self.issues(Self.valid.replacing(old, with: new, maxReplacements: 1))
        #expect(!issues.isEmpty)
        #expect(issues.allSatisfy { $0.code == .schema && $0.line == line && $0.column != nil })
    }

    @Test func everyIssueAtOnceInOrder() {
        let text = Self.valid
            .replacing("<attack id=\"gap\"/>", with: "<attack id=\"gapp\"/>")
            .replacing("threshold=\"0.60\"", with: "threshold=\"7\"")
            .replacing("severity=\"low\"", with: "severity=\"lo\"")
            .replacing("<waiver gate=\"auc\"", with: "<waiver gate=\"x\"")
        let issues = Self.issues(text)
        #expect(issues.first?.code == .unknownAttack)
        #expect(Set(issues.map(\.code)) == [.unknownAttack, .impossibleThreshold, .schema, .unknownGate])
        let lines = issues.compactMap(\.line)
        #expect(lines == lines.sorted())
        #expect(Set(lines) == [8, 11, 13, 17])
    }

    @Test func filesThatAreNoPolicies() {
        #expect(Self.issues("<policy").map(\.code) == [.unreadable])
        #expect(Self.issues("<policy/>").first?.code == .schema)
        #expect(Self.issues("<report xmlns='urn:layeraudit:report:1'/>").first?.code == .schema)
        #expect(Self.issues("<!DOCTYPE p [<!ENTITY a 'b'>]><p/>").map(\.code) == [.unreadable])
        do {
            _ = try PolicyReader.read(path: "/no/such/policy.xml", knownAttacks: knownAttacks)
            Issue.record("no error was thrown")
        } catch {
            #expect(error.code == .fileNotFound)
            #expect(error.id == "policy.file-not-found")
            #expect(error.location == .file("/no/such/policy.xml"))
        }
    }
}
