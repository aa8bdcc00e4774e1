import Foundation
import TestSupport
import Testing

/// Every figure of a report, recomputed from scores.h5 by NumPy, SciPy and scikit-learn (Tests/Recompute).
@Suite(.enabled(if: Command.python != nil, "needs a Python with h5py, numpy, scipy and scikit-learn"))
struct RecomputeTests {
    private func recompute(_ folder: String, report: String = "report.xml") throws -> Command {
        let script = Command.root.appending(path: "Tests/Recompute/recompute.py").path
        let python = try #require(Command.python)
        return try Command(python, script, "\(folder)/\(report)", "\(folder)/scores.h5")
    }

    @Test func wholeAudit() throws {
        let run = try recompute(FinishedAudit.standard.get().folder)
        #expect(run.code == 0, "\(run.text)")
        #expect(run.text.contains(" 0 failed"))
        #expect(run.text.contains("verdict"))
        #expect(run.text.contains("uncertainty: shadow") && run.text.contains("uncertainty: training"))
    }

    /// At the usual confidence, and at one so far out that a thousand resamples say little of it.
    @Test(arguments: ["0.95", "0.999"]) func auditWithSubjects(confidence: String) throws {
        let subjects = [
            "policy: gdpr-baseline": "policy: own.xml",
            "y: /members/y}": "y: /members/y, subject: /members/subject}",
            "y: /nonMembers/y}": "y: /nonMembers/y, subject: /nonMembers/subject}",
            "shadowSizes: [60, 90]": "shadowSizes: [60]",
            "[baseline, freezing]": "[freezing]",
            "[transmia-dnn, transmia-svm, transmia-entropy]": "[transmia-svm, transmia-entropy]",
        ]
        let audit = try PlantedAudit(subjects) { data in
            for role in ["members", "nonMembers"] {
                data.sets[role]?.subjects = (0..<200).map { "\(role) \($0 / 4)" }
            }
        }
        let usual = "threshold=\"0.60\" confidence=\"0.95\""
        let policy = try String(contentsOf: Command.root.appending(path: "Policies/gdpr-baseline.xml"), encoding: .utf8)
        #expect(policy.contains(usual))
        let own = usual.replacing("0.95", with: confidence)
        try audit.folder.write("own.xml", policy.replacing(usual, with: own))
        let finished = try FinishedAudit(audit)
        let run = try recompute(finished.folder)
        #expect(run.code == 0, "\(run.text)")
        let methods = finished.result.record.measurements.filter { $0.statistic == .auc && $0.attack != "gap" }
            .map(\.method.key)
        let isFar = confidence == "0.999"
        #expect(!methods.isEmpty && methods.allSatisfy { $0 == (isFar ? "method.bootstrap-tail" : "method.bootstrap") })
    }

    @Test func aChangedFigureIsFound() throws {
        let finished = try FinishedAudit.standard.get()
        let report = try String(contentsOfFile: finished.folder + "/report.xml", encoding: .utf8)
        let auc = try #require(finished.result.record.measurements.first { $0.statistic == .auc }?.value)
        let changed = report.replacingOccurrences(of: "value=\"\(auc)\"", with: "value=\"\(auc + 2e-9)\"")
        #expect(changed != report)
        let copy = try WorkFolder()
        try Data(changed.utf8).write(to: copy.url.appending(path: "report.xml"))
        try FileManager.default.copyItem(atPath: finished.folder + "/scores.h5", toPath: copy.path("scores.h5"))
        let run = try recompute(copy.url.path)
        #expect(run.code == 1)
        #expect(run.text.contains("DIFFERENT: auc: value"))
    }

    @Test func aChangedVerdictIsFound() throws {
        let finished = try FinishedAudit.standard.get()
        let report = try String(contentsOfFile: finished.folder + "/report.xml", encoding: .utf8)
        let verdict = finished.result.record.judgement.verdict
        let other = verdict == .pass ? "fail" : "pass"
        let changed = report.replacingOccurrences(
            of: "<verdict result=\"\(verdict.rawValue)\"",
            with: "<verdict result=\"\(other)\""
        )
        #expect(changed != report)
        let copy = try WorkFolder()
        try Data(changed.utf8).write(to: copy.url.appending(path: "report.xml"))
        try FileManager.default.copyItem(atPath: finished.folder + "/scores.h5", toPath: copy.path("scores.h5"))
        #expect(try recompute(copy.url.path).code == 1)
    }
}
