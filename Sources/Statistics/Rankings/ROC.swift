/// The receiver operating characteristic of membership scores; a higher score means more likely a member.
///
/// Scores may be ±∞ and may tie; NaN makes every statistic undefined.
public enum ROC {
    /// The area under the curve: the chance that a member scores above a non-member, ties counted half.
    ///
    /// The Mann–Whitney statistic divided by m·n, in O(n log n).
    ///
    /// - Parameters:
    ///   - members: scores of members (m of them).
    ///   - nonMembers: scores of non-members (n of them).
    /// - Returns: the area, in [0, 1]; nil where either set is empty or a score is NaN.
    public static func auc(members: [Double], nonMembers: [Double]) -> Double? {
        guard let levels = ScoreLevels(members: members, nonMembers: nonMembers), levels.members > 0,
            levels.nonMembers > 0
        else { return nil }
        // Twice the statistic is a whole number, exact in a Double.
        var (below, twice) = (0.0, 0.0)
        for level in levels.ascending {
            twice += Double(level.members) * (2 * below + Double(level.nonMembers))
            below += Double(level.nonMembers)
        }
        return twice / 2 / (Double(levels.members) * Double(levels.nonMembers))
    }

    /// The operating points at every distinct threshold, from +∞ downwards; the last one calls everybody a member.
    ///
    /// The first point, (0, 0) at threshold +∞, calls nobody a member. Where scores of +∞ exist, the second point has the
    /// same threshold and calls just those.
    ///
    /// - Parameters:
    ///   - members: scores of members.
    ///   - nonMembers: scores of non-members.
    /// - Returns: the points; empty where either set is empty or a score is NaN.
    public static func curve(members: [Double], nonMembers: [Double]) -> [ROCPoint] {
        guard let levels = ScoreLevels(members: members, nonMembers: nonMembers), levels.members > 0,
            levels.nonMembers > 0
        else { return [] }
        var points = [ROCPoint(falsePositiveRate: 0, truePositiveRate: 0, threshold: .infinity)]
        points.reserveCapacity(levels.ascending.count + 1)
        var (truePositives, falsePositives) = (0, 0)
        for level in levels.ascending.reversed() {
            truePositives += level.members
            falsePositives += level.nonMembers
            points.append(
                ROCPoint(
                    falsePositiveRate: Double(falsePositives) / Double(levels.nonMembers),
                    truePositiveRate: Double(truePositives) / Double(levels.members),
                    threshold: level.score
                )
            )
        }
        return points
    }

    /// The true positive rate at the smallest threshold whose empirical false positive rate is at most f.
    ///
    /// The statistic of Carlini et al. (2022), without interpolation between observed scores; identifiable only from 1 / f
    /// non-members.
    ///
    /// - Parameters:
    ///   - f: the largest false positive rate allowed, in (0, 1].
    ///   - members: scores of members.
    ///   - nonMembers: scores of non-members.
    /// - Returns: the rate with its threshold and counts; nil where there are fewer than 1 / f non-members, no members, or
    ///   a NaN.
    public static func truePositiveRate(
        atFalsePositiveRate f: Double,
        members: [Double],
        nonMembers: [Double]
    ) -> TPRAtFPR? {
        guard f > 0, f <= 1, !members.isEmpty, !nonMembers.isEmpty, 1 / Double(nonMembers.count) <= f,
            let levels = ScoreLevels(members: members, nonMembers: nonMembers)
        else { return nil }
        var (truePositives, falsePositives, threshold) = (0, 0, Double.infinity)
        for level in levels.ascending.reversed() {
            // A quotient compared with f is right where f was written as that quotient; f · n is not.
            guard Double(falsePositives + level.nonMembers) / Double(levels.nonMembers) <= f else { break }
            truePositives += level.members
            falsePositives += level.nonMembers
            threshold = level.score
        }
        return TPRAtFPR(
            rate: Double(truePositives) / Double(levels.members),
            threshold: threshold,
            truePositives: truePositives,
            falsePositives: falsePositives
        )
    }

    /// The number of non-members from which a false positive rate is identifiable, ⌈1 / f⌉.
    ///
    /// - Parameter falsePositiveRate: f, in (0, 1].
    /// - Returns: the number; `Int.max` where no number would do (f is 0, negative, NaN or absurdly small).
    public static func recordsToIdentify(falsePositiveRate: Double) -> Int {
        guard falsePositiveRate > 0, 1 / falsePositiveRate < 1e15 else { return .max }
        var records = max(1, Int(1 / falsePositiveRate) - 1)
        while 1 / Double(records) > falsePositiveRate { records += 1 }
        return records
    }
}
