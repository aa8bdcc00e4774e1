import Statistics
import Tensors

/// From which score on calls are right as often as asked (Leino and Fredrikson 2020, section 4).
struct CalibratedPrecision {
    /// Shares of the trials that may be called members, the largest first.
    private static let shares = [0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01]
    /// How often one of the bounds may be wrong; shared out among them (Bonferroni).
    private static let alpha = 0.05

    private let members: [Double]
    private let nonMembers: [Double]
    private let distinct: Int

    /// Takes scores of shadow records.
    init(_ trials: MembershipTrials) {
        members = zip(trials.scores, trials.isMember).filter(\.1).map(\.0).sorted(by: >)
        nonMembers = zip(trials.scores, trials.isMember).filter { !$0.1 }.map(\.0).sorted(by: >)
        distinct = Set(trials.records).count
    }

    /// The score from which the lower confidence bound of the precision is at least the asked one, for as many records as
    /// that holds for; +∞ where it holds for none.
    ///
    /// Precision is that among as many members as non-members, whatever the shadow sizes. A record stands in several shadow
    /// models: the bound counts no more trials than there are distinct records.
    func threshold(precision: Double) -> Double {
        guard !members.isEmpty, !nonMembers.isEmpty else { return .infinity }
        let smaller = Double(min(members.count, nonMembers.count))
        let independent = min(1, Double(distinct) / (2 * smaller))
        let all = (members + nonMembers).sorted(by: >)
        for share in Self.shares {
            let threshold = all[max(0, Int(share * Double(all.count)) - 1)]
            let right = Self.rate(members, threshold) * smaller * independent
            let wrong = Self.rate(nonMembers, threshold) * smaller * independent
            let bound = ClopperPearson.lower(
                successes: right,
                trials: right + wrong,
                alpha: Self.alpha / Double(Self.shares.count)
            )
            if let bound, bound >= precision { return threshold }
        }
        return .infinity
    }

    private static func rate(_ scores: [Double], _ threshold: Double) -> Double {
        Double(scores.count { $0 >= threshold }) / Double(scores.count)
    }
}

extension MembershipTrials {
    /// Decides queries where calls are right with at least the asked precision.
    ///
    /// What the attack learned is judged at the usual threshold: where no threshold has the asked precision it calls nobody
    /// a member, and may still have learned who the members are.
    func deciding(_ queries: [Double], precision: Double, rule: ThresholdRule, seed: Seed) -> AttackScores {
        let judged = deciding(queries, rule: rule, seed: seed)
        let threshold = CalibratedPrecision(self).threshold(precision: precision)
        return AttackScores(
            scores: judged.scores,
            decisions: judged.scores.map { $0 >= threshold },
            threshold: threshold,
            learning: judged.learning
        )
    }
}
