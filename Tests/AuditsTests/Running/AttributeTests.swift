import AuditCore
import Audits
import Foundation
import Policies
import Reports
import Testing

/// FaceLeaks (Liew and Takahashi 2020): what the source training population has in common, through a black-box target.
@Suite struct AttributeTests {
    private static let attacks = ["target-attribute", "target-attribute-unaided"]

    private func figures(_ record: AuditRecord) -> [AuditCore.Measurement] {
        record.measurements.filter { $0.statistic == .attributeAUC }
    }

    @Test func thePlantedAttributeIsFound() throws {
        let audit = try AttributeAudit.planted(true)
        let result = try audit.run()
        let record = result.record
        let found = figures(record)
        for figure in found { print("\(figure.attack): \(figure.value ?? -1), \(figure.interval?.low ?? -1) at least") }
        #expect(found.map(\.attack) == Self.attacks && found.allSatisfy { $0.members == 12 && $0.nonMembers == 12 })
        #expect(found.allSatisfy { ($0.interval?.low ?? 0) > 0.6 })
        for id in Self.attacks {
            let outcome = try #require(record.outcomes.first { $0.attack == id })
            #expect(outcome.state == .leaks)
            #expect(
                outcome.sentence.text.contains("'north' had the large share") && outcome.sentence.text.contains("%")
            )
            #expect(record.costs.contains { $0.attack == id && $0.queries == 198 && $0.coreSeconds > 0 })
            #expect(record.attacks.contains { $0.id == id })
        }
        let costs = Self.attacks.compactMap { id in record.costs.first { $0.attack == id } }
        #expect(costs[0].shadowRecords > 24 * 20 && costs[1].shadowRecords == 198)
        #expect(record.shadows.contains { $0.attack == "target-attribute" && $0.models == 24 })
        let row = try #require(record.coverage.first { $0.kind == Phrase(key: "coverage.attribute-inference") })
        #expect(row.ran && Self.attacks.allSatisfy(row.sentence.text.contains))
        // No attack on records is told apart by it.
        #expect(!record.measurements.contains { Self.attacks.contains($0.attack) && $0.statistic != .attributeAUC })
    }

    @Test func whereTheAttributeShowsInNothingNothingIsFound() throws {
        for seed in 1...3 {
            let record = try AttributeAudit.planted(false, seed: UInt64(seed)).run().record
            let found = figures(record)
            for figure in found {
                print("\(figure.attack): \(figure.value ?? -1), \(String(describing: figure.interval))")
            }
            #expect(found.count == 2)
            for figure in found {
                let interval = try #require(figure.interval)
                #expect(interval.low <= 0.5 && interval.high >= 0.5)
            }
            // Who learns and tells nothing apart could not learn; it says nothing of the audited model.
            let states = Self.attacks.map { id in record.outcomes.first { $0.attack == id }?.state }
            #expect(states == [.didNotLearn, .noEvidence])
            #expect(record.outcomes.first { $0.attack == Self.attacks[0] }?.sentence.text.contains("share") == false)
        }
    }

    @Test func threadsAndTheStoreChangeNothing() throws {
        let audit = try AttributeAudit.planted(true)
        let store = audit.folder.path("store")
        let first = try audit.run(threads: 1, store: store)
        let second = try audit.run(threads: 2, store: store)
        let fresh = try audit.run(threads: 2)
        #expect(figures(first.record) == figures(second.record) && figures(first.record) == figures(fresh.record))
        #expect(second.record.provenance.modelsTrained == 0)
        #expect(second.record.shadows.first { $0.attack == "target-attribute" }?.reused == 24)
    }

    @Test(arguments: [
        (["  attackTraining": "  attribute: {value: east}\n  attackTraining"], "east"),
        (["  attackTraining": "  attribute: {worlds: 100}\n  attackTraining"], "200"),
        (["y: /shadowTest/y}": "y: /shadowTest/y }"], "attribute"),
    ])
    func whatCannotBeAskedIsSkipped(edits: [String: String], words: String) throws {
        let record = try AttributeAudit.planted(true, edits).run().record
        let skips = record.skips.filter { Self.attacks.contains($0.id) }
        #expect(skips.map(\.id) == Self.attacks)
        #expect(skips.allSatisfy { $0.reason.text.contains(words) && !$0.remedy.isEmpty })
        #expect(figures(record).isEmpty && !record.attacks.contains { Self.attacks.contains($0.id) })
        let row = try #require(record.coverage.first { $0.kind == Phrase(key: "coverage.attribute-inference") })
        #expect(!row.ran)
    }

    /// Every figure follows from scores.h5, recomputed by other code.
    @Test(.enabled(if: Command.python != nil, "needs a Python with h5py, numpy, scipy and scikit-learn"))
    func theFiguresCanBeRecomputed() throws {
        for isPlanted in [true, false] {
            let finished = try FinishedAudit(AttributeAudit.planted(isPlanted))
            let script = Command.root.appending(path: "Tests/Recompute/recompute.py").path
            let run = try Command(
                #require(Command.python),
                script,
                "\(finished.folder)/report.xml",
                "\(finished.folder)/scores.h5"
            )
            #expect(run.code == 0 && run.text.contains("attribute-auc: low"), "\(run.text)")
        }
    }

    @Test func aPolicyCanGateOnIt() throws {
        let audit = try AttributeAudit.planted(true, ["policy: gdpr-baseline": "policy: own.xml"])
        let policy = try String(
            contentsOf: Command.root.appending(path: "Policies/gdpr-baseline.xml"),
            encoding: .utf8
        )
        let changed = policy.replacingOccurrences(
            of: "statistic=\"auc\"",
            with: "statistic=\"attribute-auc\""
        )
        #expect(changed != policy)
        try audit.folder.write("own.xml", changed)
        let record = try audit.run().record
        let gates = record.judgement.gates.filter { $0.statistic == .attributeAUC }
        #expect(!gates.isEmpty && gates.allSatisfy { $0.outcome == .fail })
        #expect(gates.allSatisfy { Self.attacks.contains($0.measurement?.attack ?? "") })
    }

    @Test func aPlanCountsTheWorlds() throws {
        let audit = try AttributeAudit.planted(true)
        let plan = try Audit.plan(
            ManifestReader.read(path: audit.folder.path("audit.yaml")),
            options: audit.options()
        )
        #expect(plan.lines.contains { $0.hasPrefix("shadow worlds: 24 × size ") })
    }
}
