import Statistics

extension AttackScores {
    /// The score where nothing could be learned: just below the threshold 0, so that nobody is called a member.
    static let undecided = (0.0).nextDown

    /// Decides at the threshold 0 and says how the attack does on shadow records it did not learn from.
    ///
    /// - Parameters:
    ///   - scores: of the queries.
    ///   - heldOut: rows of the table.
    ///   - heldOutScores: their scores, by an attack that learned from other records.
    ///   - table: the shadow answers.
    static func deciding(
        _ scores: [Double],
        heldOut: [Int],
        heldOutScores: [Double],
        _ table: AttackTable
    ) -> AttackScores {
        var members: [Double] = []
        var nonMembers: [Double] = []
        var votes: [Int: (right: Double, all: Double)] = [:]
        for (row, score) in zip(heldOut, heldOutScores) {
            if table.isMember[row] { members.append(score) } else { nonMembers.append(score) }
            let isRight = (score >= 0) == table.isMember[row]
            let before = votes[table.records[row]] ?? (0, 0)
            votes[table.records[row]] = (before.right + (isRight ? 1 : 0), before.all + 1)
        }
        // One vote per record: shadow models over the same layers answer almost the same for it, time and again.
        let right = votes.sorted { $0.key < $1.key }.reduce(0.0) { $0 + $1.value.right / $1.value.all }
        return AttackScores(
            scores: scores,
            decisions: scores.map { $0 >= 0 },
            threshold: 0,
            learning: Learning(
                auc: ROC.auc(members: members, nonMembers: nonMembers) ?? 0.5,
                rightDecisions: Int(right),
                records: votes.count
            )
        )
    }
}
