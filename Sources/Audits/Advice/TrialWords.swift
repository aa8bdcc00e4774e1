import AuditCore
import Countermeasures

/// Trials and their figures as sentences show them.
enum TrialWords {
    static func name(_ trial: MeasuredTrial) -> Phrase { name(trial.trial, row: trial.row) }

    /// The title with its row in the table.
    static func name(_ trial: CountermeasureTrial, row: Int) -> Phrase {
        Phrase(key: "trial.name", ["title": .phrase(trial.title), "row": .whole(row)])
    }

    /// The row with the numbers it was tried with.
    static func place(_ trial: CountermeasureTrial, row: Int) -> Phrase {
        guard !trial.settings.isEmpty else { return Phrase(key: "trial.row", ["row": .whole(row)]) }
        let settings = trial.settings.map { "\($0.name) \(CountermeasureParameter.text($0.value))" }
        return Phrase(key: "trial.row-settings", ["row": .whole(row), "settings": .names(settings)])
    }

    static func verdict(_ trial: CountermeasureTrial) -> Phrase { trial.verdict?.title ?? Phrase(key: "measured.none") }

    /// The largest AUC with its interval.
    static func auc(_ leakage: TrialLeakage?) -> Phrase {
        leakage.map { Phrase.measured($0.auc, $0.interval) } ?? Phrase(key: "measured.none")
    }

    /// Whose accuracy it is.
    static func accuracy(_ utility: TrialUtility) -> Phrase {
        switch utility.measure {
        case .source: Phrase(key: "trial.accuracy-source")
        case .recipient:
            Phrase(
                key: "trial.accuracy-recipient",
                ["approach": .phrase(Phrase(key: "approach-name.\(utility.approach.rawValue)"))]
            )
        }
    }

    /// A sentence about the difference from the same model without the countermeasure; nil for that model itself.
    static func difference(_ utility: TrialUtility) -> Phrase? {
        guard let difference = utility.difference, let interval = utility.differenceInterval else { return nil }
        return Phrase(
            key: "trial.difference",
            ["accuracy": .phrase(accuracy(utility)), "difference": .phrase(.measured(difference, interval))]
        )
    }
}
