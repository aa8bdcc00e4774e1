import Foundation
import Testing

@testable import AuditCore

/// The catalogue's keys against the sources that say them.
@Suite("keys")
struct KeyTests {
    /// Text literals that look like keys, and the beginnings of those that are put together, such as `statistic.`.
    private func literals() throws -> (whole: Set<String>, beginnings: Set<String>) {
        let sources = try CatalogFiles.sources()
        let whole = sources.matches(of: #/"([a-z][A-Za-z0-9.-]*)"/#).map { String($0.output.1) }
        let beginnings = sources.matches(of: #/key: "([a-z-]+\.)\\\(/#).map { String($0.output.1) }
        return (Set(whole), Set(beginnings))
    }

    @Test("every key in the code is in the catalogue")
    func known() throws {
        let keys = PhraseCatalog.keys(in: .english)
        let sources = try CatalogFiles.sources()
        let said = sources.matches(of: #/Phrase\(\s*key: ([^\n]*)/#).flatMap { call in
            String(call.output.1).matches(of: #/"([a-z][A-Za-z0-9.-]*)"(?!:)/#).map { String($0.output.1) }
        }
        let found = said.filter { $0.contains(".") || keys.contains($0) }
        #expect(found.count > 150)
        #expect(Set(found).subtracting(keys) == [])
        for beginning in try literals().beginnings {
            #expect(keys.contains { $0.hasPrefix(beginning) }, "\(beginning)")
        }
    }

    @Test("every key in the catalogue is said somewhere, policies' texts aside")
    func used() throws {
        let (whole, beginnings) = try literals()
        let unused = PhraseCatalog.keys(in: .english).filter { key in
            !whole.contains(key) && !beginnings.contains { key.hasPrefix($0) } && !key.hasPrefix("policy.")
        }
        #expect(unused == [])
    }

    @Test("keys that are put together exist for every word there is")
    func families() {
        let keys = PhraseCatalog.keys(in: .english)
        let words =
            Statistic.allCases.map { "statistic.\($0.rawValue)" } + Access.allCases.map { "access.\($0.rawValue)" }
            + Knowledge.allCases.map { "knowledge.\($0.rawValue)" }
            + Approach.allCases.map { "approach.\($0.rawValue)" }
            + Approach.allCases.filter { $0 != .none }.map { "approach-name.\($0.rawValue)" }
            + [
                "members", "nonMembers", "shadowTrain", "shadowTest", "reference", "targetTrain", "targetTest",
            ].map { "set.\($0)" }
            + ["constant", "cosine", "step"].map { "schedule.\($0)" }
            + Verdict.allCases.map { "verdict-name.\($0.rawValue)" }
            + GateOutcome.allCases.map { "outcome-name.\($0.rawValue)" }
            + Severity.allCases.map { "severity-name.\($0.rawValue)" }
            + ReleaseContext.allCases.map { "release-name.\($0.rawValue)" }
            + Bound.allCases.map { "bound.\($0.rawValue)" }
            + RecordGroup.Kind.allCases.map { "source-group.\($0.rawValue)" }
            + ["original", "retrained", "passes", "undecided", "fails"].map { "pareto.\($0)" }
        #expect(Set(words).subtracting(keys) == [])
    }
}
