/// Decisions on the audited records of one class.
struct ClassCounts: Sendable, Hashable {
    /// Members of the class.
    var members = 0
    /// Non-members of the class.
    var nonMembers = 0
    /// Members called members.
    var truePositives = 0
    /// Non-members called members.
    var falsePositives = 0

    /// Right decisions.
    var right: Int { truePositives + nonMembers - falsePositives }
    /// Records.
    var records: Int { members + nonMembers }
    /// Records called members.
    var called: Int { truePositives + falsePositives }

    /// Counts the decisions of one run, class by class.
    static func of(_ run: AttackRun, in book: ScoreBook) -> [ClassCounts] {
        var counts = Array(repeating: ClassCounts(), count: book.classes)
        for (row, label) in book.labels.enumerated() {
            let isCalled = run.scores.decisions[row]
            if row < book.members {
                counts[label].members += 1
                if isCalled { counts[label].truePositives += 1 }
            } else {
                counts[label].nonMembers += 1
                if isCalled { counts[label].falsePositives += 1 }
            }
        }
        return counts
    }
}
