import AuditCore

/// What the trials of one countermeasure say of it.
struct TriedMeasure {
    /// Where it stands among recommendations.
    enum Standing: Comparable {
        /// It passes the policy; by how cheap it is.
        case passes(Int)
        /// It clearly lowers leakage; by how much, the largest first.
        case lowers(Int)
        /// It was not tried.
        case notTried
        /// It was tried or not, and does not help here.
        case useless

        var helps: Bool { self < .useless }
    }

    let standing: Standing
    /// What was measured, or why nothing was.
    let sentences: [Phrase]

    /// The best of a countermeasure's trials; nil where none was made or nothing could be measured by one.
    init?(_ id: String, _ comparison: TrialComparison) {
        let passing = comparison.measured.filter(\.passes).sorted { $0.isCheaper(than: $1) }
        let falling = comparison.measured.filter { $0.clearFall != nil }
            .sorted { ($1.clearFall ?? 0, $0.row) < ($0.clearFall ?? 0, $1.row) }
        if let place = passing.firstIndex(where: { $0.trial.countermeasure == id }) {
            standing = .passes(place)
            sentences = Self.measured(passing[place])
        } else if let place = falling.firstIndex(where: { $0.trial.countermeasure == id }) {
            standing = .lowers(place)
            sentences = Self.measured(falling[place])
        } else if let nearest = comparison.measured.filter({ $0.trial.countermeasure == id })
            .min(by: { $0.isNearer(than: $1) })
        {
            standing = .useless
            sentences = Self.measured(nearest) + [Phrase(key: "recommendation.does-not-help")]
        } else if let index = comparison.all.firstIndex(where: { $0.countermeasure == id }),
            let reason = comparison.all[index].reason, reason.key != "trial.nothing-to-measure"
        {
            let trial = comparison.all[index]
            standing = .useless
            sentences = [
                Phrase(
                    key: trial.outcome == .failed ? "recommendation.failed" : "recommendation.not-applicable",
                    [
                        "place": .phrase(TrialWords.place(trial, row: index + 1)), "reason": .phrase(reason),
                    ]
                )
            ]
        } else {
            return nil
        }
    }

    private static func measured(_ trial: MeasuredTrial) -> [Phrase] {
        let measured = Phrase(
            key: "recommendation.measured",
            [
                "place": .phrase(TrialWords.place(trial.trial, row: trial.row)),
                "before": .phrase(TrialWords.auc(trial.before)), "after": .phrase(TrialWords.auc(trial.leakage)),
            ]
        )
        let verdict = Phrase(
            key: "recommendation.verdict",
            ["verdict": .phrase(TrialWords.verdict(trial.trial))]
        )
        return [measured] + [TrialWords.difference(trial.utility)].compactMap(\.self) + [verdict]
    }
}
