import AuditCore
import Foundation
import Reports
import Testing

@Suite("report.sarif")
struct SARIFTests {
    private func results(_ record: AuditRecord, baseline: AuditRecord? = nil) throws -> [[String: Any]] {
        let options = RenderOptions(baseline: try baseline.map(Saved.document))
        let bytes = try SARIFReporter.render(Saved.document(record), options: options)
        let log = try #require(try DecodedJSON.value(Data(bytes)) as? [String: Any])
        return try log.at("runs.0.results")
    }

    private func states(_ results: [[String: Any]]) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: results.map { ($0.string("ruleId") ?? "", $0.string("baselineState") ?? "none") }
        )
    }

    @Test("every result has its rule, place and fingerprint")
    func rules() throws {
        let log = try Saved.json(SARIFReporter.self, Saved.document(SampleRecord.rich))
        let rules = try log.at("runs.0.tool.driver.rules", as: [[String: Any]].self)
        let results = try log.at("runs.0.results", as: [[String: Any]].self)
        #expect(Set(rules.compactMap { $0.string("id") }).count == rules.count)
        for result in results {
            let index: Int = try result.at("ruleIndex")
            #expect(rules[index].string("id") == result.string("ruleId"))
            #expect(try result.at("locations.0.physicalLocation.artifactLocation.uri") == "source.h5")
            #expect(try result.at("partialFingerprints.layerauditRule/v1", as: String.self).isEmpty == false)
        }
        #expect(
            results.compactMap { $0.string("ruleId") } == [
                "gate/auc", "gate/few-exposed", "gate/epsilon", "gate/rare-exposed", "finding/transferred.beyond-cut",
                "check/blind-classifier",
            ]
        )
    }

    @Test("a waiver that counts is a suppression with its reason; an expired one is none")
    func suppressions() throws {
        let all = try results(MatrixRecord.make(.fail))
        for result in all {
            guard let properties = result["properties"] as? [String: Any] else { continue }
            let suppressions = result["suppressions"] as? [[String: Any]]
            #expect((suppressions != nil) == (properties["waived"] as? Bool))
            guard let suppression = suppressions?.first else { continue }
            #expect(suppression.string("kind") == "external")
            #expect(suppression.string("status") == "accepted")
            #expect(suppression.string("justification")?.contains("N. Officer") == true)
            #expect(suppression.string("justification")?.contains("2027-01-31") == true)
        }
        #expect(all.contains { $0["suppressions"] != nil })
    }

    @Test("a baseline tells what is new, unchanged, updated and absent")
    func baseline() throws {
        let rich = SampleRecord.rich
        #expect(Set(states(try results(rich, baseline: rich)).values) == ["unchanged"])
        #expect(Set(states(try results(rich)).values) == ["none"])
        let gates = rich.judgement.gates
        func judgement(_ gates: [GateResult]) -> Judgement {
            let own = rich.judgement
            return Judgement(
                verdict: own.verdict,
                sentence: own.sentence,
                policy: own.policy,
                gates: gates,
                missing: []
            )
        }
        let changed = MatrixRecord.gate(gates[1], title: gates[1].title.text, reason: "Another sentence.")
        let earlier = SampleRecord.make(judgement: judgement([changed, gates[2]]))
        let now = states(try results(rich, baseline: earlier))
        #expect(now["gate/auc"] == "new")
        #expect(now["gate/few-exposed"] == "updated")
        #expect(now["gate/epsilon"] == "unchanged")
        let later = states(try results(earlier, baseline: rich))
        #expect(later["gate/auc"] == "absent")
        #expect(later["gate/rare-exposed"] == "absent")
    }

    @Test("a required attack that did not run is a result and a notification, and the run no success")
    func incomplete() throws {
        let log = try Saved.json(SARIFReporter.self, Saved.document(SampleRecord.empty()))
        #expect(try log.at("runs.0.invocations.0.executionSuccessful") == false)
        #expect(try log.at("runs.0.invocations.0.exitCode") == 2)
        #expect(try log.at("runs.0.invocations.0.toolExecutionNotifications.0.level") == "error")
        #expect(try log.at("runs.0.results.0.ruleId") == "finding/coverage.transmia-dnn/freezing")
    }
}
