import Statistics

extension AttackScores {
    /// Decides at a threshold and says how the same threshold does on the shadow records.
    ///
    /// - Parameters:
    ///   - scores: of the queries.
    ///   - shadowScores: of the shadow records the attack learned from.
    ///   - isMember: their membership.
    ///   - threshold: a record is called a member when its score reaches it.
    static func deciding(
        _ scores: [Double],
        shadowScores: [Double],
        isMember: [Bool],
        threshold: Double
    ) -> AttackScores {
        var members: [Double] = []
        var nonMembers: [Double] = []
        for (score, isMember) in zip(shadowScores, isMember) {
            if isMember { members.append(score) } else { nonMembers.append(score) }
        }
        let right = members.count { $0 >= threshold } + nonMembers.count { $0 < threshold }
        let learning = Learning(
            auc: ROC.auc(members: members, nonMembers: nonMembers) ?? 0.5,
            rightDecisions: right,
            records: shadowScores.count
        )
        return AttackScores(
            scores: scores,
            decisions: scores.map { $0 >= threshold },
            threshold: threshold,
            learning: learning
        )
    }
}
