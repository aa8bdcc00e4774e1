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
        let isMember = heldOut.map { table.isMember[$0] }
        return AttackScores(
            scores: scores,
            decisions: scores.map { $0 >= 0 },
            threshold: 0,
            learning: .judging(
                scores: heldOutScores,
                isRight: zip(heldOutScores, isMember).map { ($0 >= 0) == $1 },
                isMember: isMember,
                records: heldOut.map { table.records[$0] }
            )
        )
    }
}

extension AttackScores.Learning {
    /// Judges an attack by its scores and decisions for shadow records it did not learn from.
    static func judging(
        scores: [Double],
        isRight: [Bool],
        isMember: [Bool],
        records: [Int]
    ) -> AttackScores.Learning {
        // One vote per record: shadow models over the same layers answer almost the same for it, time and again.
        var votes: [Int: (right: Double, all: Double)] = [:]
        for (record, isRight) in zip(records, isRight) {
            let before = votes[record] ?? (0, 0)
            votes[record] = (before.right + (isRight ? 1 : 0), before.all + 1)
        }
        let right = votes.sorted { $0.key < $1.key }.reduce(0.0) { $0 + $1.value.right / $1.value.all }
        let members = zip(scores, isMember).filter(\.1).map(\.0)
        let nonMembers = zip(scores, isMember).filter { !$0.1 }.map(\.0)
        return AttackScores.Learning(
            auc: ROC.auc(members: members, nonMembers: nonMembers) ?? 0.5,
            rightDecisions: Int(right),
            records: votes.count
        )
    }
}
