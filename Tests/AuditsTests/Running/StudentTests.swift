import AuditCore
import Audits
import Datasets
import Foundation
import HDF5
import Policies
import Reports
import Testing

/// Attacks on the target model's own training set stand apart from those on the source model's.
@Suite struct StudentTests {
    private static let edits = PlantedAudit.smallest.merging(PlantedAudit.students) { $1 }

    private static let finished: Result<FinishedAudit, any Error> = Result {
        try FinishedAudit(
            PlantedAudit(edits) { data in
                data.sets["targetTrain"] = data.sets["targetTrain"]?.prefix(150)
                data.sets["targetTest"] = data.sets["targetTest"]?.prefix(120)
            }
        )
    }

    private func record() throws -> AuditRecord { try Self.finished.get().result.record }

    @Test func figuresSayWhoseTrainingSetTheyAreAbout() throws {
        let record = try record()
        for measurement in record.measurements {
            let isOfTarget = measurement.attack.hasPrefix("student")
            #expect(measurement.population == (isOfTarget ? .target : .source), "\(measurement.attack)")
            #expect(
                measurement.members == (isOfTarget ? 150 : 200) && measurement.nonMembers == (isOfTarget ? 120 : 200)
            )
        }
        #expect(Set(record.attacks.filter { $0.population == .target }.map(\.id)).count == 3)
        let aucs = record.measurements.filter { $0.population == .target && $0.statistic == .auc }
        #expect(aucs.map(\.attack) == ["student-dnn", "student-dnn-unknown", "student-gap"])
        #expect(record.costs.filter { $0.attack == "student-dnn" }.map(\.queries) == [270])
        #expect(record.shadows.compactMap(\.attack) == ["student-dnn", "student-dnn-unknown"])
        #expect(!record.classMeasurements.contains { $0.attack.hasPrefix("student") })
        #expect(record.checks.map(\.id).contains("target-disjoint-sets"))
        #expect(record.checks.first { $0.id == "target-blind-classifier" }?.population == .target)
        #expect(!record.skips.contains { $0.id.hasPrefix("student") })
    }

    @Test func gatesJudgeTheSourceTrainingSet() throws {
        let record = try record()
        #expect(!record.judgement.gates.isEmpty)
        #expect(!record.judgement.gates.contains { $0.measurement?.attack.hasPrefix("student") == true })
    }

    @Test func theRecordReadsBack() throws {
        let finished = try Self.finished.get()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: finished.folder + "/report.xml"))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("population=\"target\"") && text.contains("target training set"))
        let file = try HDF5File.open(finished.folder + "/scores.h5").root
        let place = "target-training-set/"
        #expect(try file.dataset(place + "records/member").shape == [270])
        #expect(try file.dataset(place + "target/predictions").shape == [270, 3])
        #expect(try file.dataset(place + "attacks/student-dnn/freezing/n150/r1/score").shape == [270])
        #expect(try file.dataset("attacks/gap/none/n0/r1/score").shape == [400])
    }

    @Test(.enabled(if: Command.python != nil, "needs a Python with h5py, numpy, scipy and scikit-learn"))
    func everyFigureIsRecomputed() throws {
        let script = Command.root.appending(path: "Tests/Recompute/recompute.py").path
        let folder = try Self.finished.get().folder
        let run = try Command(try #require(Command.python), script, "\(folder)/report.xml", "\(folder)/scores.h5")
        #expect(run.code == 0, "\(run.text)")
    }

    @Test func withoutShadowRecordsOfTheTargetItIsSkippedByName() throws {
        let record = try PlantedAudit(PlantedAudit.smallest).run().record
        #expect(record.skips.map(\.id).filter { $0.hasPrefix("student") } == ["student-dnn", "student-dnn-unknown"])
        #expect(record.measurements.allSatisfy { $0.population == .source })
    }

    @Test func thePlanNamesTheRecords() throws {
        let audit = try PlantedAudit(Self.edits)
        let plan = try Audit.plan(ManifestReader.read(path: audit.folder.path("audit.yaml")), options: audit.options())
        #expect(plan.lines.contains("attacks on the target's training set: student-dnn, student-dnn-unknown"))
        #expect(plan.lines.contains { $0.contains("200 members and 200 non-members of the target's training set") })
        #expect(plan.lines.contains { $0.hasPrefix("data: targetShadowTest: 200 records") })
    }

    @Test(arguments: ["targetTest", "targetShadowTrain", "targetShadowTest"])
    func sharedRecordsAreAnError(role: String) throws {
        let audit = try PlantedAudit(Self.edits) { data in
            let values = data.sets["targetTrain"]?.values.prefix(2 * PlantedData.width) ?? []
            data.sets[role]?.values.replaceSubrange(0..<values.count, with: values)
        }
        let error = #expect(throws: AuditError.self) { try audit.run() }
        #expect(error?.code == .overlappingSets)
        guard case .file(_, let line?, _) = error?.location else {
            Issue.record("the place is \(String(describing: error?.location))")
            return
        }
        #expect(line == audit.line("/targetTrain/x"))
    }

    @Test(arguments: PlantedData.targetRoles)
    func unknownClassesAreAnError(role: String) throws {
        let audit = try PlantedAudit(Self.edits) { $0.sets[role]?.labels[4] = 3 }
        let error = #expect(throws: DatasetError.self) { try audit.run() }
        #expect(error?.location == .record(4, set: role))
    }
}
