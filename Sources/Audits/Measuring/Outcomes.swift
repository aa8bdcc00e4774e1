import Attacks
import AuditCore
import Statistics

/// Tells three results apart that all look like "accuracy 0.5": leakage, none found, and an attack that could not learn.
enum Outcomes {
    /// One outcome per attack, approach and size.
    ///
    /// An attack learned when its decisions on shadow records it did not learn from are better than chance: the lower
    /// Clopper–Pearson bound of the share of right ones exceeds 0.5. It leaks when its AUC exceeds 0.5 after Holm's
    /// correction over everything that was looked at: of many attacks that find nothing, some look like leakage by chance.
    /// The level is that of one side of the interval, so that what leaks also has an interval above 0.5.
    static func of(_ book: ScoreBook, measurements: [Measurement], confidence: Double) -> [AttackOutcome] {
        let groups = book.groups
        let aucs = groups.map { runs in
            measurements.first {
                $0.attack == runs[0].attack && $0.approach == runs[0].approach && $0.shadowSize == runs[0].size
                    && $0.statistic == .auc
            }
        }
        let adjusted = HolmCorrection.adjusted(aucs.map(pValue))
        return groups.indices.map { index in
            let runs = groups[index]
            let auc = aucs[index]
            let first = runs[0]
            let learning = runs.compactMap(\.scores.learning)
            let state = state(learning, leaks: adjusted[index] < (1 - confidence) / 2, confidence)
            return AttackOutcome(
                attack: first.attack,
                approach: first.approach,
                shadowSize: first.size,
                state: state,
                shadowAUC: Descriptive.mean(learning.map(\.auc)),
                sentence: sentence(state, learning, auc)
            )
        }
    }

    /// One-sided p-value of "the AUC does not exceed 0.5", from the half width of its interval.
    private static func pValue(_ auc: Measurement?) -> Double {
        guard let value = auc?.value, let interval = auc?.interval, interval.high > interval.low,
            let z = NormalDistribution.quantile(0.5 + interval.confidence / 2)
        else { return 1 }
        let deviation = (value - interval.low) / z
        guard deviation > 0 else { return value > 0.5 ? 0 : 1 }
        return 1 - (NormalDistribution.cdf((value - 0.5) / deviation) ?? 0)
    }

    private static func state(
        _ learning: [AttackScores.Learning],
        leaks: Bool,
        _ confidence: Double
    ) -> AttackOutcome.State {
        // Scores that rank members above non-members are evidence however they came about: a frozen head that hardly
        // over-fits its own records can still tell the source model's.
        if leaks { return .leaks }
        let couldNot = learning.count { run in
            let low = ClopperPearson.lower(
                successes: Double(run.rightDecisions),
                trials: Double(run.records),
                alpha: 1 - confidence
            )
            return (low ?? 0) <= 0.5
        }
        if !learning.isEmpty, couldNot * 2 > learning.count { return .didNotLearn }
        return .noEvidence
    }

    private static func sentence(
        _ state: AttackOutcome.State,
        _ learning: [AttackScores.Learning],
        _ auc: Measurement?
    ) -> Phrase {
        let outcome: Phrase
        switch state {
        case .leaks: outcome = Phrase(key: "outcome.leaks")
        case .noEvidence:
            let below = (auc?.interval?.high).map { $0 < 0.5 } ?? false
            outcome = Phrase(key: below ? "outcome.ranks-below" : "outcome.no-evidence")
        case .didNotLearn: outcome = Phrase(key: "outcome.did-not-learn")
        }
        let right = learning.reduce(0) { $0 + $1.rightDecisions }
        let records = learning.reduce(0) { $0 + $1.records }
        guard records > 0 else { return outcome }
        let share = Double(right) / Double(records)
        return .sentences([outcome, Phrase(key: "outcome.held-out", ["share": .number(share, .roundedPercent)])])
    }
}
