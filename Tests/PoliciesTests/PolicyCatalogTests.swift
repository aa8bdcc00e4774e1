import AuditCore
import Foundation
import Testing
import XML

@testable import Policies

@Suite struct PolicyCatalogTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Policies").standardizedFileURL

    @Test(arguments: PolicyCatalog.names) func shippedPoliciesAreValid(_ name: String) throws {
        let policy = try PolicyCatalog.policy(named: name, knownAttacks: knownAttacks)
        #expect(policy.id == name)
        let path = Self.folder.appendingPathComponent("\(name).xml").path
        #expect(try PolicyReader.read(path: path, knownAttacks: knownAttacks).gates == policy.gates)
        #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) == policy.sources[0].bytes)
        #expect(policy.weakenings == [])
        #expect(policy.gates.allSatisfy { $0.rationale.contains("no official threshold") })
    }

    @Test(arguments: PolicyCatalog.names) func xmllintAgrees(_ name: String) throws {
        #expect(try xmllint(Self.folder.appendingPathComponent("\(name).xml").path) == 0)
    }

    @Test func xmllintRefusesWhatWeRefuse() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xml")
        defer { try? FileManager.default.removeItem(at: path) }
        try Data(PolicyReaderTests.valid.utf8).write(to: path)
        #expect(try xmllint(path.path) == 0)
        for (old, new, _) in PolicyReaderTests.schemaMistakes {
            let text = PolicyReaderTests.valid.replacing(old, with: new, maxReplacements: 1)
            try Data(text.utf8).write(to: path)
            #expect(try xmllint(path.path) == 3, "\(new)")
        }
    }

    private func xmllint(_ path: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
        process.arguments = ["--noout", "--schema", Self.folder.appendingPathComponent("policy.xsd").path, path]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test func unknownNames() {
        do {
            _ = try PolicyCatalog.policy(named: "gdpr-basline", knownAttacks: knownAttacks)
            Issue.record("no error was thrown")
        } catch {
            #expect(error.code == .unknownPolicy)
            #expect(error.remedy.contains("'gdpr-baseline'"))
        }
        do {
            _ = try PolicyCatalog.policy("gdpr-baseline", knownAttacks: [])
            Issue.record("no error was thrown")
        } catch { #expect(Set(error.issues.map(\.code)) == [.unknownAttack]) }
    }

    /// The schema's lists and the program's are the same.
    @Test func schemaKnowsTheSameWords() throws {
        let schema = try XMLDocument.read(bytes: PolicyCatalog.schema, name: "policy.xsd").root
        func words(_ type: String) -> [String] {
            let simple = schema.children("simpleType").first { $0.attribute("name") == type }
            return simple?.child("restriction")?.children("enumeration").compactMap { $0.attribute("value") } ?? []
        }
        #expect(words("statistic") == Statistic.allCases.map(\.rawValue))
        #expect(words("approach") == Approach.allCases.map(\.rawValue))
        #expect(words("bound") == Bound.allCases.map(\.rawValue))
        #expect(words("severity") == Severity.allCases.map(\.rawValue))
        #expect(words("release") == ReleaseContext.allCases.map(\.rawValue))
        #expect(words("riskLevel") == RiskLevel.allCases.map(\.rawValue))
        #expect(words("groupKind") == ["all"] + RecordGroup.Kind.allCases.map(\.rawValue))
        #expect(words("dataCategory") == DataCategory.allCases.map(\.rawValue))
    }

    /// Two of three approaches are enough for the baseline policy, as long as the control is one of them.
    @Test func baselineOnTwoOfThreeApproaches() throws {
        let policy = try PolicyCatalog.policy(named: "gdpr-baseline", knownAttacks: knownAttacks)
        func figures(_ approaches: [Approach]) -> [AuditCore.Measurement] {
            let attacks = ["transmia-dnn", "transmia-svm", "transmia-entropy"]
            let own = attacks.flatMap { attack in approaches.flatMap { Self.figures(attack, $0) } }
            return own + [measurement("gap", .none, size: 0, value: 0.5, low: 0.4, high: 0.6)]
        }
        #expect(try judge(policy, evidence(figures([.baseline, .freezing]))).verdict == .pass)
        let incomplete = try judge(policy, evidence(figures([.freezing, .fineTuning])))
        #expect(incomplete.verdict == .incomplete)
        #expect(incomplete.missing == ["transmia-dnn", "transmia-svm", "transmia-entropy"].map { "\($0)/baseline" })
    }

    private static func figures(_ attack: String, _ approach: Approach) -> [AuditCore.Measurement] {
        [
            measurement(attack, approach, value: 0.52, low: 0.5, high: 0.54),
            measurement(attack, approach, statistic: .tprAt1, value: 0.01, low: 0.005, high: 0.02),
            measurement(attack, approach, statistic: .advantage, value: 0.02, low: -0.02, high: 0.06),
            measurement(attack, approach, statistic: .epsilonLowerBound, value: 0),
        ]
    }
}
