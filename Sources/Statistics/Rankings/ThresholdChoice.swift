/// The choice of a decision threshold on shadow data, where membership is known.
public enum ThresholdChoice {
    /// The threshold τ with the most right decisions, for values where lower means more likely a member.
    ///
    /// τ is the smallest observed value, or −∞, that maximises the number of members ≤ τ plus the number of non-members
    /// > τ: the thresholds of TransMIA's entropy-based attack (section 4.3, E2). In O(n log n); values of ±∞ are allowed.
    ///
    /// - Parameters:
    ///   - members: values of members.
    ///   - nonMembers: values of non-members.
    /// - Returns: τ and the number of right decisions; nil without any value or for a NaN.
    public static func mostRightDecisions(
        members: [Double],
        nonMembers: [Double]
    ) -> (threshold: Double, rightDecisions: Int)? {
        guard let levels = ScoreLevels(members: members, nonMembers: nonMembers), !levels.ascending.isEmpty else {
            return nil
        }
        var right = levels.nonMembers
        // Where −∞ itself was observed, τ = −∞ already calls those records members.
        let startsAtBottom = levels.ascending.first?.score == -.infinity
        var best: (threshold: Double, rightDecisions: Int)? = startsAtBottom ? nil : (-.infinity, right)
        for level in levels.ascending {
            right += level.members - level.nonMembers
            if right > best?.rightDecisions ?? -1 { best = (level.score, right) }
        }
        return best
    }

    /// The threshold τ with the largest balanced accuracy, for values where lower means more likely a member.
    ///
    /// τ is the smallest observed value that maximises the share of members ≤ τ plus the share of non-members > τ, or −∞
    /// where no value does better than calling nobody a member (Song and Mittal 2021, section 3.2). In O(n log n).
    ///
    /// - Parameters:
    ///   - members: values of members.
    ///   - nonMembers: values of non-members.
    /// - Returns: τ and the mean of the two shares, in [½, 1]; nil where one side is empty, or for a NaN.
    public static func largestBalancedAccuracy(
        members: [Double],
        nonMembers: [Double]
    ) -> (threshold: Double, balancedAccuracy: Double)? {
        guard let levels = ScoreLevels(members: members, nonMembers: nonMembers), levels.members > 0,
            levels.nonMembers > 0
        else { return nil }
        // Whole numbers, so that equal accuracies are equal: both shares over the common denominator.
        var gain = 0
        var best = (threshold: -Double.infinity, gain: 0)
        for level in levels.ascending {
            gain += level.members * levels.nonMembers - level.nonMembers * levels.members
            if gain > best.gain { best = (level.score, gain) }
        }
        let share = Double(best.gain) / Double(levels.members) / Double(levels.nonMembers)
        return (best.threshold, 0.5 + share / 2)
    }

    /// The threshold with the most right decisions, for scores where higher means more likely a member.
    ///
    /// The largest observed score, or +∞, that maximises the number of members ≥ it plus the number of non-members < it;
    /// +∞ means that calling nobody a member is best (or, where scores of +∞ were observed, only those).
    ///
    /// - Parameters:
    ///   - members: scores of members.
    ///   - nonMembers: scores of non-members.
    /// - Returns: the threshold and the number of right decisions; nil without any score or for a NaN.
    public static func mostRightDecisionsAbove(
        members: [Double],
        nonMembers: [Double]
    ) -> (threshold: Double, rightDecisions: Int)? {
        mostRightDecisions(members: members.map { -$0 }, nonMembers: nonMembers.map { -$0 })
            .map { (-$0.threshold, $0.rightDecisions) }
    }
}
