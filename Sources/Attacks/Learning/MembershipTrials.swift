import Statistics
import Tensors

/// Scores of shadow records whose membership the adversary knows: what a threshold is chosen on.
struct MembershipTrials {
    /// One score per trial.
    private(set) var scores: [Double] = []
    /// Whether each was a member.
    private(set) var isMember: [Bool] = []
    /// Which record each was about.
    private(set) var records: [Int] = []

    /// Adds records of one shadow model, all members of it or all not.
    mutating func append(_ scores: [Double], isMember: Bool, records: [Int]) {
        self.scores += scores
        self.isMember += Array(repeating: isMember, count: scores.count)
        self.records += records
    }

    /// Decides queries at the threshold these trials give, and says what the rule is worth on trials it was not made for.
    func deciding(_ queries: [Double], rule: ThresholdRule, seed: Seed) -> AttackScores {
        let all = Array(scores.indices)
        let threshold = threshold(all, rule)
        let parts = records.map { seed.heldOutPart(of: $0, among: 2) }
        let others = (0..<2).map { part in self.threshold(all.filter { parts[$0] != part }, rule) }
        return AttackScores(
            scores: queries,
            decisions: queries.map { $0 >= threshold },
            threshold: threshold,
            learning: learning(all.map { (scores[$0] >= others[parts[$0]]) == isMember[$0] })
        )
    }

    /// Right decisions among as many members as non-members: more records are tried as the one than as the other, and
    /// always saying that one is no learning.
    private func learning(_ isRight: [Bool]) -> AttackScores.Learning {
        let sides = [true, false].map { side in
            let rows = isRight.indices.filter { isMember[$0] == side }
            return AttackScores.Learning.judging(
                scores: rows.map { scores[$0] },
                isRight: rows.map { isRight[$0] },
                isMember: rows.map { _ in side },
                records: rows.map { records[$0] }
            )
        }
        let count = sides.map(\.records).min() ?? 0
        let right = sides.reduce(0.0) { $0 + Double($1.rightDecisions) / Double(max(1, $1.records)) } * Double(count)
        let members = scores.indices.filter { isMember[$0] }.map { scores[$0] }
        let nonMembers = scores.indices.filter { !isMember[$0] }.map { scores[$0] }
        return AttackScores.Learning(
            auc: ROC.auc(members: members, nonMembers: nonMembers) ?? 0.5,
            rightDecisions: Int(right),
            records: 2 * count
        )
    }

    /// The score from which a record is called a member; +∞ where nothing could be learned.
    private func threshold(_ rows: [Int], _ rule: ThresholdRule) -> Double {
        -rule.threshold(
            members: rows.filter { isMember[$0] }.map { -scores[$0] },
            nonMembers: rows.filter { !isMember[$0] }.map { -scores[$0] }
        )
    }
}
