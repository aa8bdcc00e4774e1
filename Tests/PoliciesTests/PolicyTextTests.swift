import AuditCore
import Policies
import Testing

/// The texts of the shipped policies against the catalogue that says them in other languages.
@Suite struct PolicyTextTests {
    private static func texts(_ name: String) throws -> [String] {
        let policy = try PolicyCatalog.policy(named: name, knownAttacks: knownAttacks)
        return [policy.title, policy.purpose, policy.limits]
            + policy.gates.flatMap { [$0.title, $0.legalBasis, $0.rationale] }
            + policy.waivers.map(\.reason)
    }

    @Test(arguments: PolicyCatalog.names) func everyTextIsInEveryLanguage(_ name: String) throws {
        let texts = try Self.texts(name)
        #expect(texts.count > 5)
        for text in texts {
            let phrase = Phrase(policyText: text)
            #expect(phrase.key != nil, "\(text)")
            for language in [Language.french, .german] {
                #expect(phrase.text(in: language) != text, "\(text)")
            }
        }
    }

    @Test func noTextOfTheCatalogueIsLeftOver() throws {
        let texts = Set(try PolicyCatalog.names.flatMap(Self.texts))
        let keys = PhraseCatalog.keys(in: .english).filter { key in
            PolicyCatalog.names.contains { key.hasPrefix("policy.\($0).") }
        }
        #expect(keys.count > 20)
        #expect(keys.filter { !texts.contains(Phrase(key: $0).text) } == [])
    }
}
