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
