import AuditCore
import Diagnostics
import Foundation
import Networks
import TestSupport
import Testing

@testable import Audits

/// Depth curves of the planted model, which knows its members by heart.
@Suite struct DepthTests {
    /// The planted manifest with enough shadow models for a curve, and a recipient that is tested.
    private static func edits(
        _ depth: String = "{shadowModels: 6}",
        policy: String = "gdpr-baseline"
    ) -> [String: String] {
        [
            "approaches: [baseline, freezing]": "approaches: [baseline, freezing, fine-tuning]",
            "[transmia-dnn, transmia-svm, transmia-entropy]": "[transmia-svm, transmia-entropy]",
            "training: {epochs: 15,": "training: {epochs: 60,",
            "  training: {epochs: 5, optimizer: adam": """
              test: {file: data.h5, x: /targetTest/x, y: /targetTest/y}
              training: {epochs: 30, optimizer: adam
            """,
            "policy: gdpr-baseline": "depth: \(depth)\npolicy: \(policy)",
        ]
    }

    private func curve(_ audit: PlantedAudit, store: String? = nil, threads: Int = 2) throws -> DepthCurve {
        try Audit.depth(
            ManifestReader.read(path: audit.folder.path("audit.yaml")),
            options: audit.options(threads: threads, store: store),
            progress: SilentProgress(),
            cancellation: Cancellation()
        )
    }

    @Test func whatWasLearnedByHeartLeaksAtEveryCut() throws {
        let audit = try PlantedAudit(Self.edits())
        let found = try curve(audit)
        #expect(found.cuts == ["hidden", "features"])
        #expect(found.rows.map(\.approach) == [.freezing, .fineTuning, .freezing, .fineTuning])
        #expect(found.rows.map(\.sharedParameters) == [416, 416, 944, 944])
        #expect(found.looks == 5)
        // Three attacks on each row, and the trivial control: all intervals hold together.
        #expect(abs(found.confidence - (1 - 0.05 / 16)) < 1e-12)
        #expect(found.control?.interval.confidence == found.confidence)
        #expect(found.attacks == ["transmia-dnn", "transmia-svm", "transmia-entropy"])
        for row in [found.baseline] + found.rows {
            let leakage = try #require(row.leakage)
            #expect(leakage.interval.confidence == found.confidence && leakage.attacks == 3)
            #expect(leakage.interval.low <= leakage.auc && leakage.auc <= leakage.interval.high)
            #expect(row.gates.map(\.gate) == ["auc", "tpr-at-1-percent", "advantage", "epsilon"])
            let utility = try #require(row.utility)
            #expect(utility.records == 200 && (utility.difference == nil) == row.cut.isEmpty)
        }
        let deepest = try #require(found.rows.last { $0.approach == .freezing }?.leakage)
        #expect(deepest.interval.low > 0.5)
        // Already answers tell who was learned by heart: no cut mends that, and the sentence says so.
        #expect(found.baseline.verdict == .fail && found.verdict == .fail && found.recommended == nil)
        #expect(found.sentence.key == "depth.floor-fails")
        #expect(try #require(found.control).attack == "gap")
        // Nothing stays behind but what was asked for.
        #expect(!FileManager.default.fileExists(atPath: audit.folder.path("report/.depth-features")))
        #expect(DepthFigures.all(found).map(\.id) == DepthFigures.ids)
    }

    @Test func theSameFiguresWhateverTheThreadsAndTheStore() throws {
        let audit = try PlantedAudit(Self.edits("{shadowModels: 2, approaches: freezing}"))
        let store = audit.folder.path("store")
        let first = try curve(audit, store: store, threads: 1)
        #expect(try curve(audit, threads: 3) == first)
        #expect(try curve(audit, store: store) == first)
        #expect(first.rows.map(\.approach) == [.freezing, .freezing])
    }

    /// Heads of a curve are those of an audit at that cut, which takes them from the store.
    @Test func anAuditAtACutTakesItsHeadsFromTheStore() throws {
        let audit = try PlantedAudit(Self.edits("{shadowModels: 3, approaches: freezing, shadowSizes: [60]}"))
        let store = audit.folder.path("store")
        _ = try curve(audit, store: store)
        let alone = try PlantedAudit([
            "[60, 90]": "[60]", "repeats: 2": "repeats: 1", "training: {epochs: 15,": "training: {epochs: 60,",
            "[transmia-dnn, transmia-svm, transmia-entropy]": "[transmia-entropy]",
            "[baseline, freezing]": "[freezing]", "upTo: features": "upTo: hidden",
        ])
        let result = try alone.run(store: store)
        #expect(result.record.provenance.modelsReused == 3)
    }

    /// The recommended cut, audited alone with another seed, passes the policy the curve was judged by.
    @Test func theRecommendedCutPassesAlone() throws {
        var data: PlantedData?
        let fair: (inout PlantedData) throws -> Void = { planted in
            // The model learned other records than those audited: members are as strange to it as non-members.
            planted = PlantedData(count: 800, seed: 1234)
            data = planted
        }
        let audit = try PlantedAudit(Self.edits(), change: fair)
        let found = try curve(audit)
        #expect(data != nil)
        let cut = try #require(found.recommended)
        #expect(found.verdict == .pass && found.verdict.exitCode == 0)
        #expect(found.sentence.text.contains("'\(cut)' is the deepest cut"))
        // The null control: with the layers or without, every interval covers chance.
        for row in [found.baseline] + found.rows {
            let interval = try #require(row.leakage).interval
            #expect(interval.low < 0.5 && interval.high > 0.5)
        }
        var alone = Self.edits()
        alone["policy: gdpr-baseline"] = "policy: gdpr-baseline"
        alone["seed: 11"] = "seed: 977"
        alone["upTo: features"] = "upTo: \(cut)"
        alone["[60, 90]"] = "[90]"
        alone["repeats: 2"] = "repeats: 1"
        alone["[transmia-dnn, transmia-svm, transmia-entropy]"] = "[transmia-dnn, transmia-svm, transmia-entropy]"
        let result = try PlantedAudit(alone, change: fair).run()
        #expect(result.record.judgement.verdict == .pass)
    }

    @Test func withoutARecipientThereIsNoAccuracy() throws {
        var edits = Self.edits("{shadowModels: 2, cuts: hidden}")
        edits["  training: {epochs: 5, optimizer: adam"] = nil
        let found = try curve(PlantedAudit(edits))
        #expect(found.cuts == ["hidden"])
        #expect(found.rows.allSatisfy { $0.utility == nil } && found.baseline.utility == nil)
        #expect(found.utilityNote?.key == "depth.no-target-test")
        #expect(DepthFigures.all(found).map(\.id) == ["depth-leakage"])
    }

    @Test func namesThatAreNoCutsAreErrorsAtTheirLine() throws {
        for (cut, code) in [("hiden", NetworkError.Code.unknownLayer), ("classifier", .notACut)] {
            let audit = try PlantedAudit(Self.edits("{cuts: [hidden, \(cut)]}"))
            let line = audit.line("depth:")
            #expect {
                _ = try curve(audit)
            } throws: { error in
                guard let error = error as? NetworkError, case .file(_, let place, _) = error.location else {
                    return false
                }
                return error.code == code && place == line && (cut != "hiden" || error.remedy.contains("hidden"))
            }
        }
    }

    /// A policy that asks for what a curve does not have is judged as far as it goes, and the rest is named.
    @Test func whatIsNotJudgedIsNamed() throws {
        let audit = try PlantedAudit(Self.edits("{shadowModels: 2, cuts: features}", policy: "gdpr-special-category"))
        let found = try curve(audit)
        let named = Set(found.unjudged)
        #expect(found.baseline.gates.allSatisfy { !named.contains($0.gate) })
        #expect(found.policy == "gdpr-special-category")
    }
}
