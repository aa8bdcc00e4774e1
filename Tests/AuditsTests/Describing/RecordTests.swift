import AuditCore
import Audits
import Foundation
import Testing

/// What stands in the record of a whole audit.
@Suite struct RecordTests {
    private var finished: FinishedAudit { get throws { try FinishedAudit.standard.get() } }
    private var record: AuditRecord { get throws { try finished.result.record } }

    @Test func everyAttackRanUnderEveryApproachAndSize() throws {
        let combinations = Set(try record.outcomes.map { "\($0.attack)/\($0.approach.rawValue)/\($0.shadowSize)" })
        var expected: Set<String> = ["gap/none/0"]
        for size in [60, 90] {
            for attack in ["transmia-dnn", "transmia-svm", "transmia-entropy"] {
                expected.formUnion(["\(attack)/baseline/\(size)", "\(attack)/freezing/\(size)"])
            }
            expected.insert("target-blackbox-dnn/freezing/\(size)")
        }
        #expect(combinations == expected)
        // Neither subjects nor an attribute are named, so nothing is measured over persons or shadow worlds.
        #expect(try record.measurements.count == expected.count * (Statistic.allCases.count - 2))
        #expect(try record.classMeasurements.count == expected.count * 3)
        let repeated = try record.measurements.filter { $0.attack != "gap" }
        #expect(repeated.allSatisfy { $0.repeats == 2 })
    }

    @Test func theOverfittedModelLeaksToTheGap() throws {
        let gap = try #require(try record.outcomes.first { $0.attack == "gap" })
        #expect(gap.state == .leaks)
        #expect(try record.model.memberAccuracy > record.model.nonMemberAccuracy)
    }

    @Test func checksRan() throws {
        let ids = try record.checks.map(\.id)
        #expect(ids == ["disjoint-sets", "source-accuracy", "blind-classifier", "permuted-labels"])
        #expect(try record.checks.allSatisfy { $0.result == .pass })
    }

    @Test func coverageNamesTheBoardsList() throws {
        let rows = try record.coverage
        let kinds = [
            "membership inference", "attribute inference", "exfiltration", "regurgitation of training data",
            "model inversion", "reconstruction",
        ]
        #expect(rows.map(\.kind.text) == kinds)
        #expect(rows.map(\.ran) == [true, false, false, false, false, false])
        for attack in ["transmia-dnn", "transmia-svm", "transmia-entropy", "target-blackbox-dnn"] {
            #expect(rows[0].sentence.text.contains(attack))
        }
        #expect(!rows[0].sentence.text.contains("gap"))
        #expect(rows.dropFirst().allSatisfy { $0.sentence.text.hasPrefix("NOT RUN") })
    }

    @Test func figuresAreSane() throws {
        let figures = try record.figures
        #expect(Set(figures.map(\.id)).count == figures.count)
        for figure in figures {
            #expect(!figure.title.isEmpty && !figure.alternative.isEmpty, "\(figure.id)")
            #expect(!figure.series.isEmpty, "\(figure.id)")
            for series in figure.series {
                let x = series.points.map(\.x)
                #expect(x == x.sorted(), "\(figure.id), \(series.name)")
                #expect(series.points.allSatisfy { $0.x.isFinite && $0.y.isFinite && ($0.error ?? 0).isFinite })
                for (axis, values) in [(figure.x, x), (figure.y, series.points.map(\.y))] {
                    #expect(values.allSatisfy { axis.range?.contains($0) ?? true }, "\(figure.id), \(series.name)")
                    if axis.isLogarithmic { #expect(values.allSatisfy { $0 > 0 }, "\(figure.id)") }
                }
                if series.style == .steps {
                    #expect(abs(series.points.reduce(0) { $0 + $1.y } - 1) < 1e-9, "\(figure.id)")
                }
            }
        }
        let ids = Set(figures.map(\.id))
        #expect(ids.isSuperset(of: ["roc", "confidence-source", "confidence-freezing", "attacks-freezing"]))
        for statistic in ["accuracy", "precision", "recall"] { #expect(ids.contains("size-transmia-svm-\(statistic)")) }
    }

    @Test func figuresShowTheMeasurements() throws {
        let figure = try #require(try record.figures.first { $0.id == "size-transmia-svm-accuracy" })
        let series = try #require(figure.series.first { $0.name.text == "freezing" })
        let measured = try record.measurements.filter {
            $0.attack == "transmia-svm" && $0.approach == .freezing && $0.statistic == .accuracy
        }
        #expect(series.points.map(\.x) == [60, 90])
        #expect(series.points.map(\.y) == measured.compactMap(\.value))
        #expect(series.points.map(\.error) == measured.map(\.standardDeviation))
    }

    @Test func digestsAreThoseOfTheFiles() throws {
        let finished = try finished
        let files = finished.result.record.provenance.files
        let policy = Command.root.appending(path: "Policies/gdpr-baseline.xml").path
        let places = [
            "source model": finished.audit.folder.path("source.h5"),
            "manifest": finished.audit.folder.path("audit.yaml"), "policy": policy,
        ]
        #expect(Set(files.map(\.role)) == Set(places.keys))
        for file in files {
            let path = try #require(places[file.role])
            let sum = try Command("sha256sum", path).text.prefix(64)
            #expect(file.sha256 == sum, "\(file.role)")
            let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
            #expect(file.bytes == bytes)
            #expect(file.name == (path as NSString).lastPathComponent)
        }
        #expect(finished.result.record.judgement.policy.sha256 == files.first { $0.role == "policy" }?.sha256)
    }

    @Test func provenanceSaysWhatItTakes() throws {
        let provenance = try record.provenance
        #expect(provenance.seed == 11)
        #expect(provenance.profile == "standard")
        #expect(provenance.libraries.allSatisfy { !$0.version.isEmpty })
        #expect(provenance.seconds > 0)
    }

    @Test func costsAreCounted() throws {
        for cost in try record.costs {
            #expect(cost.queries == 400, "\(cost.attack)")
            #expect(cost.coreSeconds >= 0 && cost.coreSeconds.isFinite)
            #expect((cost.shadowRecords == 0) == (cost.attack == "gap"))
            #expect(cost.shadowRecords <= 400)
        }
    }

    @Test func dataSheetsCountTheRecords() throws {
        let sheets = try record.data
        #expect(sheets.map(\.role) == PlantedData.roles)
        #expect(sheets.allSatisfy { $0.records == 200 && $0.perClass == [67, 67, 66] && $0.contentHash.count == 64 })
        #expect(Set(sheets.map(\.contentHash)).count == 5)
    }
}
