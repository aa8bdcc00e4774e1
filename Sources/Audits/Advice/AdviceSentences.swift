import AuditCore

/// The advice in words.
enum AdviceSentences {
    static func unnecessary(_ original: MeasuredTrial) -> Phrase {
        Phrase(key: "advice.unnecessary", ["verdict": .phrase(TrialWords.verdict(original.trial))])
    }

    /// The cheapest change that passes, what it costs, and the others that pass.
    static func cheapest(_ trial: MeasuredTrial, others: [MeasuredTrial]) -> [Phrase] {
        var sentences = [
            Phrase(key: "advice.cheapest", ["trial": .phrase(TrialWords.name(trial))]),
            Phrase(
                key: "advice.leakage",
                ["before": .phrase(TrialWords.auc(trial.before)), "after": .phrase(TrialWords.auc(trial.leakage))]
            ),
        ]
        if let difference = TrialWords.difference(trial.utility) { sentences.append(difference) }
        sentences.append(Phrase(key: trial.loss > 0 ? "advice.loss" : "advice.no-loss"))
        if trial.trial.coreSeconds >= 1 {
            sentences.append(Phrase(key: "advice.cost", ["seconds": .number(trial.trial.coreSeconds, .count)]))
        }
        guard !others.isEmpty else { return sentences }
        return sentences + [Phrase(key: "advice.others", ["trials": .list(others.map(TrialWords.name), .semicolon)])]
    }

    static func none(nearest: MeasuredTrial?) -> [Phrase] {
        guard let nearest else { return [Phrase(key: "advice.nothing-measured")] }
        return [
            Phrase(key: "advice.none-passes"),
            Phrase(
                key: "advice.nearest",
                [
                    "trial": .phrase(TrialWords.name(nearest)), "verdict": .phrase(TrialWords.verdict(nearest.trial)),
                    "after": .phrase(TrialWords.auc(nearest.leakage)),
                ]
            ),
        ]
    }

    /// What lowers leakage clearly, or that nothing does.
    static func falls(_ falling: [MeasuredTrial], of changes: [MeasuredTrial]) -> [Phrase] {
        guard !changes.isEmpty else { return [] }
        guard !falling.isEmpty else { return [Phrase(key: "advice.no-falls")] }
        let trials = falling.map { trial in
            Phrase(
                key: "advice.fall",
                [
                    "trial": .phrase(TrialWords.name(trial)), "before": .number(trial.before?.auc ?? .nan, .value),
                    "after": .number(trial.leakage.auc, .value),
                ]
            )
        }
        return [Phrase(key: "advice.falls", ["trials": .list(trials, .semicolon)])]
    }

    static func front(_ front: [MeasuredTrial]) -> [Phrase] {
        guard !front.isEmpty else { return [] }
        return [Phrase(key: "advice.front", ["trials": .list(front.map(TrialWords.name), .semicolon)])]
    }

    /// What stays inconclusive, and how many records would settle each.
    static func undecided(_ trials: [MeasuredTrial]) -> [Phrase] {
        let open = trials.filter { $0.trial.verdict == .inconclusive }.map { trial in
            let name = Phrase.Value.phrase(TrialWords.name(trial))
            return trial.trial.recordsToDecide.map {
                Phrase(key: "advice.undecided-trial", ["trial": name, "count": .estimate($0)])
            } ?? Phrase(key: "advice.undecided-open", ["trial": name])
        }
        return open.isEmpty ? [] : [Phrase(key: "advice.undecided", ["trials": .list(open, .semicolon)])]
    }

    static func failed(_ trials: [CountermeasureTrial]) -> [Phrase] {
        let failed = trials.enumerated().filter { $0.element.outcome == .failed }.map { index, trial in
            Phrase(
                key: "advice.failed-trial",
                [
                    "trial": .phrase(TrialWords.name(trial, row: index + 1)), "reason": .phrase(trial.reason ?? ""),
                ]
            )
        }
        return failed.isEmpty ? [] : [Phrase(key: "advice.failed", ["trials": .list(failed, .semicolon)])]
    }
}
