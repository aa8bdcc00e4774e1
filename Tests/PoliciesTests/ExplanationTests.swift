import AuditCore
import Testing

@testable import Policies

@Suite struct ExplanationTests {
    private func said(_ policy: Policy, on day: String = "2026-11-20") throws -> String {
        PolicyExplanation.lines(policy, today: try #require(CalendarDay(day))).joined(separator: "\n")
    }

    @Test(arguments: PolicyCatalog.names) func shipped(_ name: String) throws {
        let policy = try PolicyCatalog.policy(named: name, knownAttacks: knownAttacks)
        let text = try said(policy)
        for gate in policy.gates {
            #expect(text.contains("Gate '\(gate.id)'"))
            #expect(text.contains(gate.rationale))
        }
        #expect(text.contains(policy.limits))
        #expect(policy.requiredAttacks.allSatisfy { text.contains($0.description) })
        #expect(!text.lowercased().contains("compliant"))
    }

    @Test func waiversLastToTheEndOfTheirDay() throws {
        let policy = try PolicyReaderTests.read(PolicyReaderTests.valid)
        #expect(try said(policy, on: "2026-12-31").contains("counts to the end of 2026-12-31"))
        #expect(try said(policy, on: "2027-01-01").contains("EXPIRED"))
    }

    @Test func extensionsThatAreLeftAside() throws {
        let text = PolicyReaderTests.valid.replacing(
            "</policy>",
            with: "<extension name=\"urn:x\" critical=\"false\"><y xmlns=\"urn:y\">z</y></extension></policy>"
        )
        let policy = try PolicyReaderTests.read(text)
        #expect(policy.ignoredExtensions == ["urn:x"])
        #expect(try said(policy).contains("'urn:x'"))
    }
}
