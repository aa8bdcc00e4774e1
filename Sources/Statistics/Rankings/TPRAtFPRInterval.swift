/// The interval of a true positive rate at a fixed false positive rate, when the threshold comes from the same sample.
///
/// The threshold is an order statistic of the non-members and varies with them. A Clopper–Pearson interval of the true
/// positive rate alone takes it as known, and then misses the truth far more often than it claims.
public enum TPRAtFPRInterval {
    /// The rate, averaged over repeats on the same records, and its interval.
    ///
    /// With k ~ Bin(n, f) non-members above the true threshold, P(k < a) and P(k > b) at most (1 − confidence) / 2, the
    /// observed true positive rates with at most a − 1 and at most b false positives enclose the one at the true
    /// threshold, whatever the distribution of the scores (the classical interval of a quantile). Members and non-members
    /// are drawn independently, so this distance and the Clopper–Pearson distance at the mean count are joined as the
    /// MOVER does (Zou & Donner 2008): L = p − √((p − l)² + (p − p_a)²), U = p + √((u − p)² + (p_b − p)²).
    ///
    /// - Parameters:
    ///   - f: the false positive rate, in (0, 1].
    ///   - runs: scores of the m members and of the n non-members, one pair per repeat.
    ///   - confidence: in (0, 1), such as 0.95.
    /// - Returns: the mean rate and the ends, in [0, 1]; nil without runs, where `ROC.truePositiveRate` is nil for one of
    ///   them, or for a confidence out of range.
    public static func interval(
        atFalsePositiveRate f: Double,
        runs: [(members: [Double], nonMembers: [Double])],
        confidence: Double
    ) -> (rate: Double, low: Double, high: Double)? {
        guard let first = runs.first, confidence > 0, confidence < 1,
            let ranks = ranks(f, of: first.nonMembers.count, alpha: (1 - confidence) / 2)
        else { return nil }
        var (hits, fewer, more) = (0.0, 0.0, 0.0)
        for (members, nonMembers) in runs {
            guard members.count == first.members.count, nonMembers.count == first.nonMembers.count,
                let found = ROC.truePositiveRate(atFalsePositiveRate: f, members: members, nonMembers: nonMembers),
                let levels = ScoreLevels(members: members, nonMembers: nonMembers)
            else { return nil }
            hits += Double(found.truePositives)
            fewer += Double(levels.truePositives(falsePositives: ranks.fewest - 1))
            more += Double(levels.truePositives(falsePositives: ranks.most))
        }
        let (count, trials) = (Double(runs.count), Double(first.members.count))
        guard
            let ends = ClopperPearson.interval(successes: hits / count, trials: trials, confidence: confidence)
        else { return nil }
        let rate = hits / count / trials
        let (below, above) = (rate - fewer / count / trials, more / count / trials - rate)
        return (
            rate,
            max(0, rate - ((rate - ends.low) * (rate - ends.low) + below * below).squareRoot()),
            min(1, rate + ((ends.high - rate) * (ends.high - rate) + above * above).squareRoot())
        )
    }

    /// The number of n records above the true threshold lies in `fewest`…`most` but for α on each side.
    static func ranks(_ f: Double, of n: Int, alpha: Double) -> (fewest: Int, most: Int)? {
        guard f > 0, f < 1, n > 0 else { return f == 1 && n > 0 ? (n, n) : nil }
        // P(k ≤ j) = I_{1 − f}(n − j, j + 1); the first j at which it exceeds a level is a quantile.
        func first(where isEnough: (Double) -> Bool) -> Int? {
            var (low, high) = (0, n)
            while low < high {
                let middle = (low + high) / 2
                guard let below = BetaDistribution.cdf(1 - f, Double(n - middle), Double(middle + 1)) else {
                    return nil
                }
                if isEnough(below) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        guard let fewest = first(where: { $0 > alpha }), let most = first(where: { $0 >= 1 - alpha }) else {
            return nil
        }
        return (fewest, most)
    }
}

extension ScoreLevels {
    /// Members above the smallest threshold with at most so many false positives; 0 for a negative number.
    fileprivate func truePositives(falsePositives most: Int) -> Int {
        var (truePositives, falsePositives) = (0, 0)
        guard most >= 0 else { return 0 }
        for level in ascending.reversed() {
            guard falsePositives + level.nonMembers <= most else { break }
            truePositives += level.members
            falsePositives += level.nonMembers
        }
        return truePositives
    }
}
