import Foundation

/// Statistical lower bounds on the ε of (ε, δ)-differential privacy from an attack's decisions.
///
/// (ε, δ)-differential privacy implies TPR ≤ e^ε FPR + δ and TNR ≤ e^ε FNR + δ (Kairouz, Oh and Viswanath 2015, theorem
/// 2.1). The decision threshold must come from other data than the records counted; otherwise the bounds are wrong.
public enum EpsilonLowerBound {
    /// The lower bound max{ln((TPR_lo − δ) / FPR_hi), ln((TNR_lo − δ) / FNR_hi), 0}.
    ///
    /// The rates' bounds are Clopper–Pearson's at α / 2 each (Nasr et al. 2021).
    ///
    /// - Parameters:
    ///   - truePositives: members called members, in 0…members.
    ///   - members: members decided on, from 0 to 1e10.
    ///   - falsePositives: non-members called members, in 0…nonMembers.
    ///   - nonMembers: non-members decided on, from 0 to 1e10.
    ///   - delta: δ, in [0, 1).
    ///   - alpha: α, in (0, 1): the bound exceeds the true ε in at most this share of samples.
    /// - Returns: the bound, ≥ 0; nil for arguments out of range.
    public static func bound(
        truePositives: Double,
        members: Double,
        falsePositives: Double,
        nonMembers: Double,
        delta: Double,
        alpha: Double
    ) -> Double? {
        let each = alpha / 2
        let (falseNegatives, trueNegatives) = (members - truePositives, nonMembers - falsePositives)
        guard delta >= 0, delta < 1, alpha > 0, alpha < 1,
            let truePositiveRate = ClopperPearson.lower(successes: truePositives, trials: members, alpha: each),
            let falsePositiveRate = ClopperPearson.upper(successes: falsePositives, trials: nonMembers, alpha: each),
            let trueNegativeRate = ClopperPearson.lower(successes: trueNegatives, trials: nonMembers, alpha: each),
            let falseNegativeRate = ClopperPearson.upper(successes: falseNegatives, trials: members, alpha: each)
        else { return nil }
        return max(
            0,
            logRatio(truePositiveRate - delta, falsePositiveRate),
            logRatio(trueNegativeRate - delta, falseNegativeRate)
        )
    }

    /// The p-value of "ε = 0": the smallest α above which `bound` is positive.
    ///
    /// Both terms of the bound are positive exactly where TPR_lo > FPR_hi + δ. At the p-value these meet: for some rate t,
    /// t + δ is the lower bound of TPR and t the upper bound of FPR at the same level, which is the p-value's half.
    ///
    /// - Parameters:
    ///   - truePositives: members called members, in 0…members.
    ///   - members: members decided on, from 0 to 1e10.
    ///   - falsePositives: non-members called members, in 0…nonMembers.
    ///   - nonMembers: non-members decided on, from 0 to 1e10.
    ///   - delta: δ, in [0, 1).
    /// - Returns: the p-value, in [0, 1]; nil for arguments out of range.
    public static func pValue(
        truePositives: Double,
        members: Double,
        falsePositives: Double,
        nonMembers: Double,
        delta: Double
    ) -> Double? {
        guard delta >= 0, delta < 1, ClopperPearson.areCounts(truePositives, members),
            ClopperPearson.areCounts(falsePositives, nonMembers)
        else { return nil }
        guard truePositives > 0, falsePositives < nonMembers else { return 1 }
        var (low, high, level) = (0.0, 1 - delta, 1.0)
        for _ in 0..<1100 {
            let rate = low + (high - low) / 2
            guard rate > low, rate < high else { break }
            // The chance of so many true positives at t + δ rises with t; that of so few false positives at t falls.
            guard let rising = BetaDistribution.cdf(rate + delta, truePositives, members - truePositives + 1),
                let falling = BetaDistribution.cdf(1 - rate, nonMembers - falsePositives, falsePositives + 1)
            else { return nil }
            level = max(rising, falling)
            if rising < falling { low = rate } else { high = rate }
        }
        return min(1, 2 * level)
    }

    /// Lower bounds for several attacks on the same release, corrected by Holm's step-down rule for having looked at all.
    ///
    /// Holm's rule (1979) is applied to the hypotheses "ε ≤ e" at every e: among the attacks left, the one with the largest
    /// bound at α / (attacks left) comes next, and its bound is that one, but no larger than its predecessor's. At e = 0
    /// this is Holm's test of "ε = 0" on the attacks' p-values: an attack not rejected, and all after it, have bound 0. The
    /// largest bound exceeds the largest ε in at most a share α of samples, and so does each bound its own attack's.
    ///
    /// - Parameters:
    ///   - attacks: the decisions of all attacks looked at (k of them), none left out for its result.
    ///   - delta: δ, in [0, 1).
    ///   - alpha: α, in (0, 1), for all attacks together.
    /// - Returns: k bounds ≥ 0, in the order given; 0 for counts out of range, and all 0 for a δ or an α out of range.
    public static func holm(_ attacks: [EpsilonCounts], delta: Double, alpha: Double) -> [Double] {
        var bounds = [Double](repeating: 0, count: attacks.count)
        var left = Set(attacks.indices)
        var previous = Double.infinity
        while !left.isEmpty {
            let level = alpha / Double(left.count)
            let next = left.sorted().map { ($0, bound(attacks[$0], delta: delta, alpha: level)) }.max { $0.1 < $1.1 }
            guard let (index, value) = next, value > 0 else { break }
            previous = min(previous, value)
            bounds[index] = previous
            left.remove(index)
        }
        return bounds
    }

    private static func bound(_ counts: EpsilonCounts, delta: Double, alpha: Double) -> Double {
        bound(
            truePositives: counts.truePositives,
            members: counts.members,
            falsePositives: counts.falsePositives,
            nonMembers: counts.nonMembers,
            delta: delta,
            alpha: alpha
        ) ?? 0
    }

    /// ln(a / b) for b > 0, and −∞ for a ≤ 0.
    private static func logRatio(_ a: Double, _ b: Double) -> Double { a > 0 ? log(a / b) : -.infinity }
}
