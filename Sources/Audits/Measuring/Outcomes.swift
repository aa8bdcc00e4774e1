import Attacks
import AuditCore
import Statistics

/// Tells three results apart that all look like "accuracy 0.5": leakage, none found, and an attack that could not learn.
enum Outcomes {
    /// One outcome per attack, approach and size.
    ///
    /// An attack learned when its decisions on the shadow records it was trained on are better than chance: the lower
    /// Clopper–Pearson bound of the share of right ones exceeds 0.5.
    static func of(_ book: ScoreBook, measurements: [Measurement], confidence: Double) -> [AttackOutcome] {
        book.groups.map { runs in
            let first = runs[0]
            let learning = runs.compactMap(\.scores.learning)
            let auc = measurements.first {
                $0.attack == first.attack && $0.approach == first.approach && $0.shadowSize == first.size
                    && $0.statistic == .auc
            }
            let state = state(learning, auc, confidence)
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

    private static func state(
        _ learning: [AttackScores.Learning],
        _ auc: Measurement?,
        _ confidence: Double
    ) -> AttackOutcome.State {
        let couldNot = learning.count { run in
            let low = ClopperPearson.lower(
                successes: Double(run.rightDecisions),
                trials: Double(run.records),
                alpha: 1 - confidence
            )
            return (low ?? 0) <= 0.5
        }
        if !learning.isEmpty, couldNot * 2 > learning.count { return .didNotLearn }
        return (auc?.interval?.low ?? 0) > 0.5 ? .leaks : .noEvidence
    }

    private static func sentence(
        _ state: AttackOutcome.State,
        _ learning: [AttackScores.Learning],
        _ auc: Measurement?
    ) -> String {
        let right = learning.reduce(0) { $0 + $1.rightDecisions }
        let records = learning.reduce(0) { $0 + $1.records }
        let own =
            records > 0
            ? " On its own shadow records it decided \(percent(Double(right) / Double(records))) rightly." : ""
        switch state {
        case .leaks: return "Evidence consistent with leakage: the attack ranks members above non-members." + own
        case .noEvidence:
            let below = (auc?.interval?.high).map { $0 < 0.5 } ?? false
            return
                (below
                ? "No evidence of leakage this way: the attack ranks members below non-members."
                : "No evidence of leakage this way: the interval of its AUC covers chance.") + own
        case .didNotLearn:
            return
                "The attack could not learn: even on its own shadow records it decides no better than chance, so its "
                + "figures say nothing about the model." + own
        }
    }

    private static func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
}
