import AuditCore
import Foundation
import Reports

/// An audit in three lines: the verdict and why, the worst figure, and where the report is.
enum VerdictLines {
    ///
    /// - Parameters:
    ///   - record: the audit.
    ///   - files: the reports written, the record first.
    static func lines(_ record: AuditRecord, files: [String]) -> [String] {
        let judgement = record.judgement
        let verdict = "\(judgement.verdict.rawValue.uppercased()) (exit code \(judgement.verdict.exitCode))"
        let main = files.first { $0.hasSuffix("/\(HTMLReporter.descriptor.fileName)") } ?? files.first ?? "none"
        let others =
            files.filter { $0 != main }.map { ($0 as NSString).lastPathComponent } + ["scores.h5"]
            + (record.exposure == nil ? [] : ["exposure.csv"])
        return [
            // On one line: what starts a line is a command to some hosts of pipelines.
            "\(verdict): \(judgement.sentence.text.unwrapped)",
            worst(record).map { "Worst: \(sentence($0))" } ?? "Worst: nothing was measured",
            "Report: \(main) (beside it: \(others.joined(separator: ", ")))",
        ]
    }

    /// What decided the gravest gate; without one, the highest AUC of an attack that is no control.
    static func worst(_ record: AuditRecord) -> AuditCore.Measurement? {
        let order: [GateOutcome] = [.fail, .inconclusive]
        for outcome in order {
            let gates = record.judgement.gates.filter { $0.outcome == outcome && $0.measurement?.value != nil }
            if let gate = gates.max(by: { $0.severity < $1.severity }) { return gate.measurement }
        }
        let controls = Set(record.attacks.filter(\.isControl).map(\.id))
        return record.measurements
            .filter {
                $0.statistic == .auc && $0.population == .source && !controls.contains($0.attack) && $0.value != nil
            }
            .max { ($0.value ?? 0) < ($1.value ?? 0) }
    }

    static func sentence(_ measurement: AuditCore.Measurement) -> String {
        let approach = measurement.approach == .none ? "" : ", \(measurement.approach.rawValue)"
        let size = measurement.shadowSize > 0 ? ", shadow size \(measurement.shadowSize)" : ""
        let value = measurement.value.map(number) ?? "none"
        let interval = measurement.interval.map {
            " (\(number($0.confidence * 100)) % interval \(number($0.low)) to \(number($0.high)))"
        }
        return "\(measurement.statistic.title) \(value)\(interval ?? "") by \(measurement.attack)\(approach)\(size), "
            + "\(measurement.members) members and \(measurement.nonMembers) non-members"
    }

    /// At most three decimals, without trailing zeros.
    static func number(_ value: Double) -> String {
        value.formatted(.number.precision(.fractionLength(0...3)).grouping(.never).locale(Locale(identifier: "en_US")))
    }
}
