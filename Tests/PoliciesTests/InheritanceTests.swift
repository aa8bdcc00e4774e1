import AuditCore
import Diagnostics
import Foundation
import Testing

@testable import Policies

/// Policies that build on others.
@Suite struct InheritanceTests {
    /// A policy that extends `base`, with `body` in it.
    static func child(_ body: String, base: String = "gdpr-baseline") -> String {
        "<policy xmlns=\"urn:layeraudit:policy:1\" id=\"c\" title=\"C\" version=\"1\" extends=\"\(base)\">\n\(body)\n</policy>"
    }

    static func read(_ body: String) throws(PolicyError) -> Policy { try PolicyReaderTests.read(child(body)) }

    static func codes(_ body: String) -> [PolicyError.Code] { PolicyReaderTests.issues(child(body)).map(\.code) }

    static let baseline = Result { try PolicyCatalog.policy(named: "gdpr-baseline", knownAttacks: knownAttacks) }

    @Test func nothingOfItsOwn() throws {
        let base = try Self.baseline.get()
        let policy = try Self.read("")
        #expect(policy.id == "c")
        #expect(policy.gates == base.gates)
        #expect(policy.requiredAttacks == base.requiredAttacks)
        #expect(policy.sample == base.sample)
        #expect(policy.severityRules == base.severityRules)
        #expect(policy.limits == base.limits)
        #expect(policy.weakenings == [])
        #expect(policy.sources.map(\.file) == ["p.xml", "gdpr-baseline.xml"])
        #expect(policy.bytes == Array(Self.child("").utf8) + base.bytes)
    }

    @Test func stricter() throws {
        let policy = try Self.read(
            """
            <limits>More.</limits>
            <requires><sample members="500" nonMembers="200"/><attack id="transmia-dnn" approach="fine-tuning"/></requires>
            <severity><raise><release>partner</release></raise><raise><release>public</release></raise></severity>
            <override gate="auc" threshold="0.55" confidence="0.99" severity="critical"/>
            <gate id="own" title="t" statistic="advantage" bound="at-most" threshold="0.1" confidence="0.9" severity="low">
            <group of="class" members="30" nonMembers="30"/><attack approach="freezing"/>
            <legalBasis>b</legalBasis><rationale>r</rationale></gate>
            """
        )
        #expect(policy.limits == "More.")
        #expect(policy.sample == SampleSize(members: 500, nonMembers: 200))
        #expect(policy.gates.map(\.id) == ["auc", "tpr-at-1-percent", "advantage", "epsilon", "own"])
        #expect(policy.gates[0].threshold == 0.55)
        #expect(policy.gates[0].confidence == 0.99)
        #expect(policy.gates[0].severity == .critical)
        #expect(policy.gates[0].legalBasis == (try Self.baseline.get().gates[0].legalBasis))
        let sample = SampleSize(members: 30, nonMembers: 30)
        #expect(policy.gates[4].group == GroupScope(kind: .class, name: nil, sample: sample))
        #expect(policy.gates[4].attacks == .worstAmong([AttackPattern(attack: nil, approach: .freezing)]))
        #expect(policy.requiredAttacks.last?.description == "transmia-dnn/fine-tuning")
        // A rule it has already is not counted twice.
        #expect(policy.severityRules.count == 3)
        #expect(policy.weakenings == [])
    }

    @Test func weakeningsAreToldWithTheirReasons() throws {
        let policy = try Self.read(
            """
            <requires><sample members="50" nonMembers="200"><reason>small pilot</reason></sample></requires>
            <override gate="auc" threshold="0.70"><reason>agreed</reason></override>
            <remove gate="epsilon"><reason>no accountant</reason></remove>
            <remove attack="transmia-dnn" approach="baseline"><reason>too slow</reason></remove>
            <waiver gate="advantage" approver="A" expires="2027-01-01"><reason>pilot</reason></waiver>
            """
        )
        #expect(
            Set(policy.weakenings.map(\.reason)) == ["small pilot", "agreed", "no accountant", "too slow", "pilot"]
        )
        #expect(policy.weakenings.allSatisfy { $0.base == "gdpr-baseline" && $0.policy == "c" })
        #expect(!policy.gates.contains { $0.id == "epsilon" })
        #expect(!policy.requiredAttacks.contains(AttackReference(attack: "transmia-dnn", approach: .baseline)))
        let said = PolicyExplanation.lines(policy, today: try #require(CalendarDay("2026-11-20")))
        for reason in ["agreed", "no accountant", "too slow"] { #expect(said.contains { $0.contains(reason) }) }
        let judgement = try judge(policy, evidence([]))
        #expect(judgement.policy.limits.text.contains("asks less than gdpr-baseline"))
    }

    @Test(
        arguments: [
            ("<override gate='auc' threshold='0.7'/>", [PolicyError.Code.silentWeakening]),
            ("<override gate='auc' confidence='0.9'/>", [.silentWeakening]),
            ("<override gate='auc' severity='low'/>", [.silentWeakening]),
            ("<override gate='auc' attacks='listed'><attack id='gap'/></override>", [.silentWeakening]),
            ("<override gate='auc'><attack approach='freezing'/></override>", [.silentWeakening]),
            ("<override gate='advantage'><group of='class'/></override>", [.silentWeakening]),
            ("<requires><sample members='1' nonMembers='900'/></requires>", [.silentWeakening]),
            (
                """
                <severity><matrix>
                <row severity='low' negligible='negligible' limited='negligible' significant='negligible' maximum='limited'/>
                <row severity='medium' negligible='negligible' limited='limited' significant='limited' maximum='limited'/>
                <row severity='high' negligible='limited' limited='limited' significant='significant' maximum='maximum'/>
                <row severity='critical' negligible='limited' limited='significant' significant='maximum' maximum='maximum'/>
                </matrix></severity>
                """, [.silentWeakening]
            ), ("<override gate='auk' threshold='0.5'/>", [.unknownGate]),
            ("<override gate='auc' threshold='0.4'/>", [.impossibleThreshold]),
            ("<override gate='auc' threshold='0.55'/><override gate='auc' threshold='0.56'/>", [.duplicateGate]),
            ("<remove gate='auk'><reason>r</reason></remove>", [.unknownGate]),
            ("<remove attack='gapp'><reason>r</reason></remove>", [.unknownBase]),
            ("<remove><reason>r</reason></remove>", [.unknownBase]),
            ("<remove gate='auc'/>", [.schema, .silentWeakening]),
            (
                """
                <gate id='auc' title='t' statistic='auc' bound='at-most' threshold='0.55' confidence='0.95' severity='low'>
                <legalBasis>b</legalBasis><rationale>r</rationale></gate>
                """, [.duplicateGate]
            ), ("<override gate='auc'><group of='class'/></override>", [.impossibleGroup, .silentWeakening]),
        ]
    )
    func mistakes(_ body: String, _ expected: [PolicyError.Code]) {
        let codes = Self.codes(body)
        #expect(Set(codes) == Set(expected), "\(PolicyReaderTests.issues(Self.child(body)))")
    }

    @Test func matrixMustRise() {
        let row = "negligible='limited' limited='negligible' significant='limited' maximum='limited'"
        let rows = Severity.allCases.map { "<row severity='\($0.rawValue)' \(row)/>" }.joined()
        #expect(Self.codes("<severity><matrix>\(rows)</matrix></severity>") == [.impossibleMatrix])
    }

    @Test func filesBesideEachOther() throws {
        let folder = try PolicyFolder()
        try folder.write("base/a.xml", PolicyReaderTests.valid)
        try folder.write("b.xml", Self.child("", base: "base/a.xml").replacing("id=\"c\"", with: "id=\"b\""))
        try folder.write("sub/c.xml", Self.child("", base: "../b.xml"))
        let policy = try folder.read("sub/c.xml")
        #expect(policy.gates.map(\.id) == ["auc", "tpr"])
        #expect(policy.sources.count == 3)
        // An issue of a policy below is told at its own place.
        try folder.write("base/a.xml", PolicyReaderTests.valid.replacing("threshold=\"0.60\"", with: "threshold=\"9\""))
        let issues = folder.issues("sub/c.xml")
        #expect(issues.map(\.code).contains(.impossibleThreshold))
        #expect(issues.contains { "\($0.location)".contains("a.xml:11:") })
        #expect(issues.first?.line == 1)
    }

    @Test func circlesAndDepth() throws {
        let folder = try PolicyFolder()
        try folder.write("a.xml", Self.child("", base: "a.xml"))
        #expect(folder.issues("a.xml").map(\.code) == [.cyclicExtends])
        try folder.write("a.xml", Self.child("", base: "b.xml"))
        try folder.write("b.xml", Self.child("", base: "./sub/../a.xml"))
        #expect(folder.issues("a.xml").map(\.code).contains(.cyclicExtends))
        for index in 0..<20 { try folder.write("\(index).xml", Self.child("", base: "\(index + 1).xml")) }
        #expect(folder.issues("0.xml").map(\.code).contains(.tooDeep))
        try folder.write("20.xml", PolicyReaderTests.valid)
        #expect(folder.issues("0.xml").map(\.code).contains(.tooDeep))
        #expect(folder.issues("13.xml") == [])
    }

    @Test(arguments: ["nowhere.xml", ".", "/dev/zero", "../../../../../../../../etc/passwd", "a\u{202E}b", "gdpr"])
    func extendsWhatIsNoPolicy(_ base: String) throws {
        let folder = try PolicyFolder()
        try folder.write("a.xml", Self.child("", base: base))
        let issues = folder.issues("a.xml")
        #expect([.unknownPolicy, .unreadable].contains(issues.first?.code))
        #expect(issues.first?.line == 1)
        // A policy in memory opens no file at all.
        #expect(PolicyReaderTests.issues(Self.child("", base: base)).map(\.code) == [.unknownPolicy])
    }
}
