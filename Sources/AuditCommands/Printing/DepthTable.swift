import AuditCore
import Foundation

/// A depth curve as a terminal shows it: one line per cut and approach, then the recommendation.
enum DepthTable {
    static func lines(_ curve: DepthCurve) -> [String] {
        let head = ["cut", "shared", "approach", "strongest attack: AUC", "policy", "recipient", "difference"]
        let rows = ([curve.baseline] + curve.rows).map { row(curve, $0) }
        let verdict = curve.verdict
        let confidence = Phrase.NumberStyle.confidence.text(curve.confidence)
        var lines = TextTable.lines([head] + rows, right: [1])
        lines.append(
            "Intervals of AUC at \(confidence) each: those of all attacks on all rows hold at 95 % together."
        )
        if let control = curve.control {
            lines.append(
                "The trivial control (\(control.attack)) has the AUC \(figure(control.auc, control.interval))."
            )
        }
        if let note = curve.utilityNote { lines.append("No recipient: \(note.text.unwrapped)") }
        if !curve.unjudged.isEmpty {
            lines.append("Not judged here: \(curve.unjudged.joined(separator: ", ")).")
        }
        let word = verdict.rawValue.uppercased()
        return lines + ["\(word) (exit code \(verdict.exitCode)): \(curve.sentence.text.unwrapped)"]
    }

    private static func row(_ curve: DepthCurve, _ row: DepthRow) -> [String] {
        let leakage = row.leakage.map { "\(figure($0.auc, $0.interval)) \($0.attack)" } ?? "-"
        let utility = row.utility.map { figure($0.accuracy, $0.interval) } ?? "-"
        let difference = row.utility.flatMap { own in
            own.difference.flatMap { value in
                own.differenceInterval.map { "\(signed(value)) [\(signed($0.low)), \(signed($0.high))]" }
            }
        }
        let open = row.gates.filter { $0.outcome != .pass && !$0.isWaived }.map(\.gate)
        let gates = open.isEmpty ? "" : ": \(open.joined(separator: ", "))"
        return [
            row.cut.isEmpty ? "(nothing)" : row.cut, TextTable.count(row.sharedParameters), row.approach.rawValue,
            leakage, row.verdict.rawValue + gates, utility, difference ?? "",
        ]
    }

    private static func figure(_ value: Double, _ interval: Interval) -> String {
        "\(number(value)) [\(number(interval.low)), \(number(interval.high))]"
    }

    private static func number(_ value: Double) -> String { String(format: "%.3f", value) }

    private static func signed(_ value: Double) -> String { String(format: "%+.3f", value) }
}
