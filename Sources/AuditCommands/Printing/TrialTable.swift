import AuditCore
import Foundation

/// What countermeasures did, as a table, and what that says to do.
enum TrialTable {
    static func lines(_ all: [CountermeasureTrial], _ advice: TrialAdvice) -> [String] {
        let trials = all.enumerated().map { (row: $0.offset + 1, trial: $0.element) }
        let approaches = all.first { $0.kind == .original }?.utilities.filter { $0.measure == .recipient }.map(
            \.approach
        )
        let recipients = approaches ?? []
        let head =
            ["", "strongest attack: AUC", "layers alone", "answers alone", "source accuracy", "difference"]
            + recipients.flatMap { ["recipient (\($0.rawValue))", "difference"] } + [
                "ε at least", "at most", "policy", "core s",
            ]
        let rows = trials.filter { $0.trial.outcome == .measured }.map { row, trial in
            [name(trial, row)] + TrialLeakage.Adversary.allCases.map { leakage(trial, $0) }
                + utility(trial, .source, .none)
                + recipients.flatMap { utility(trial, .recipient, $0) }
                + [
                    trial.epsilonLowerBound.map(number) ?? "-",
                    trial.privacy.map { number(min($0.rdp, $0.pld)) } ?? "-",
                ]
                + [trial.verdict?.rawValue ?? "", String(format: "%.0f", trial.coreSeconds)]
        }
        let others = trials.filter { $0.trial.outcome != .measured }.map { row, trial in
            "\(name(trial, row)): \(trial.outcome == .failed ? "failed" : "not applicable"): \(trial.reason?.text ?? "")"
        }
        let note =
            rows.isEmpty
            ? []
            : [
                "Each AUC's interval holds at 95 % together with those of all attacks it was chosen from; k/m: so many of m leave "
                    + "out 0.5."
            ]
        return TextTable.lines([head] + rows) + note + others + [""] + advice.sentences.map(\.text)
    }

    private static func name(_ trial: CountermeasureTrial, _ row: Int) -> String {
        let mark = trial.isOnFront ? " *" : ""
        return "\(row) \(trial.kind == .countermeasure ? trial.id : trial.title.text)\(mark)"
    }

    private static func leakage(_ trial: CountermeasureTrial, _ adversary: TrialLeakage.Adversary) -> String {
        guard let found = trial.leakage.first(where: { $0.adversary == adversary }) else { return "-" }
        let interval = "[\(number(found.interval.low)), \(number(found.interval.high))]"
        let figures = "\(number(found.auc)) \(interval) \(found.awayFromChance)/\(found.attacks)"
        return adversary == .any ? "\(figures) \(found.attack)" : figures
    }

    private static func utility(
        _ trial: CountermeasureTrial,
        _ measure: TrialUtility.Measure,
        _ approach: Approach
    ) -> [String] {
        guard let found = trial.utilities.first(where: { $0.measure == measure && $0.approach == approach }) else {
            return ["-", "-"]
        }
        let difference = found.difference.flatMap { value in
            found.differenceInterval.map { "\(signed(value)) [\(signed($0.low)), \(signed($0.high))]" }
        }
        return [
            "\(number(found.accuracy)) [\(number(found.interval.low)), \(number(found.interval.high))]",
            difference ?? "",
        ]
    }

    private static func number(_ value: Double) -> String { String(format: "%.3f", value) }

    private static func signed(_ value: Double) -> String { String(format: "%+.3f", value) }
}
