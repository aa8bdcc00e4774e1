import Attacks
import AuditCore
import Audits
import HDF5
import Reports
import Testing

/// Audits without a model: saved predictions in its place.
@Suite struct PredictionsAuditTests {
    @Test func everyAttackThatCanRunFindsTheLeak() throws {
        let saved = try SavedPredictions(leak: 2)
        let result = try saved.run()
        let record = result.record
        #expect(record.judgement.verdict == .fail)
        #expect(record.judgement.policy.id == "predictions-only")
        let ran = Set(record.attacks.map(\.id))
        #expect(ran.isSuperset(of: ["transmia-dnn", "transmia-svm", "transmia-entropy", "loss", "entropy", "gap"]))
        let needModels = AttackCatalog.descriptors.filter { !$0.isControl && !$0.approaches.contains(.given) }
        #expect(needModels.count > 5 && Set(record.skips.map(\.id)) == Set(needModels.map(\.id)))
        for run in result.scores.runs where run.approach == .given && !run.attack.hasPrefix("entropy") {
            let auc = record.measurements.first { $0.attack == run.attack && $0.statistic == .auc }
            #expect((auc?.interval?.low ?? 0) > 0.6, "\(run.attack)")
            #expect(run.size == 300 && run.turn == 1)
        }
        let scores = try HDF5File.open(saved.folder.path("report/scores.h5")).root
        #expect(try scores.dataset("attacks/transmia-dnn/given/n300/r1/score").shape == [600])
        #expect(try scores.dataset("source/predictions").shape == [600, 3])
        #expect(record.checks.filter { $0.result == .notRun }.map(\.id) == ["disjoint-sets", "blind-classifier"])
        // What is written is a record like any other.
        _ = try ReportFiles.write(record, to: saved.folder.path("report"))
        #expect(try ReportDocument.read(path: saved.folder.path("report/report.xml")).record().model.cut == "")
    }

    @Test func nothingIsFoundWhereNothingLeaks() throws {
        let record = try SavedPredictions(leak: 0).run().record
        let aucs = record.measurements.filter { $0.statistic == .auc }
        #expect(aucs.count > 8)
        let covering = aucs.count { $0.interval.map { $0.low <= 0.5 && $0.high >= 0.5 } ?? false }
        #expect(covering >= aucs.count - 1)
    }

    @Test func logitsGiveWhatTheirSoftmaxGives() throws {
        let first = try SavedPredictions(leak: 1).run().scores.runs
        let second = try SavedPredictions(leak: 1, isLogits: true).run().scores.runs
        #expect(first.map(\.attack) == second.map(\.attack) && !first.isEmpty)
        for (one, other) in zip(first, second) where one.attack != "transmia-dnn" {
            for (left, right) in zip(one.scores.scores, other.scores.scores) {
                #expect(abs(left - right) <= 1e-6 * max(1, abs(left)))
            }
        }
    }

    @Test func withoutLabelsAllRecordsAreOneClass() throws {
        let edits = [", labels: /target/labels": "", ", labels: /shadow/labels": ""]
        let result = try SavedPredictions(leak: 2, edits: edits).run()
        #expect(result.scores.classes == 1)
        let ran = Set(result.record.attacks.map(\.id))
        let hardened: Set = ["hardened-top3", "hardened-rounded", "hardened-labels"]
        let expected: Set = ["transmia-dnn", "transmia-svm", "entropy", "entropy-global"]
        #expect(ran == expected.union(hardened))
        #expect(result.record.skips.map(\.id).contains("transmia-entropy"))
        #expect(!result.record.model.memberAccuracy.isFinite)
    }

    @Test func whatCannotBeAuditedSaysWhere() throws {
        func code(
            _ change: (inout [Double], inout [UInt8]) -> Void,
            edits: [String: String] = [:]
        ) throws -> String {
            let saved = try SavedPredictions(leak: 1, edits: edits, change: change)
            let error = #expect(throws: AuditError.self) { try saved.run() }
            #expect(saved.folder.contents("report").isEmpty)
            return
                "\(error?.code.rawValue ?? "") \(error?.location.description.contains(saved.folder.url.path) ?? false)"
        }
        #expect(try code({ values, _ in values[4] = .nan }) == "answersNotFinite false")
        #expect(try code({ values, _ in values[4] = 1.5 }) == "answersNotFinite false")
        #expect(try code({ values, _ in values[4] += 0.2 }) == "answersNotFinite false")
        #expect(try code({ _, member in member[9] = 2 }) == "shapeMismatch true")
        #expect(try code({ _, member in member = member.map { _ in 0 } }) == "tooFewRecords true")
        #expect(
            try code({ _, _ in }, edits: ["labels: /target/labels": "labels: /target/predictions"])
                == "shapeMismatch true"
        )
        #expect(
            try code({ _, _ in }, edits: ["predictions: /target/predictions": "predictions: /target/labels"])
                == "shapeMismatch true"
        )
    }

    @Test func thePlanSaysWhatRunsAndWhatItCouldShow() throws {
        let plan = try SavedPredictions(leak: 1, edits: [", labels: /target/labels": ""]).plan()
        #expect(plan.contains { $0.hasPrefix("attacks: ") && $0.contains("transmia-svm") && !$0.contains("gap") })
        #expect(plan.contains { $0.hasPrefix("power: an advantage (TPR - FPR) from 0.114 ") })
        #expect(plan.contains("power: the TPR at an FPR of 0.1 % needs 1000 non-members, there are 300"))
        #expect(
            plan.contains { $0.hasPrefix("left out: lira: ") } && plan.contains { $0.hasPrefix("left out: loss: ") }
        )
    }

    @Test func aModelBesidePredictionsIsAConflict() throws {
        let saved = try SavedPredictions(leak: 1, edits: ["context:": "source: {model: p.h5}\ncontext:"])
        let error = #expect(throws: ManifestError.self) { try saved.run() }
        #expect(error?.code == .conflict)
    }
}
