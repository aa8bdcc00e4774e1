/// One score per subject: the mean over its records.
struct SubjectScores {
    /// Who the records are about.
    struct Subjects {
        /// The subject of each record, as a number.
        let numbers: [Int]
        /// Whether each subject has a record among the members.
        let isMember: [Bool]

        /// Numbers the subjects in order of first appearance.
        ///
        /// - Parameters:
        ///   - names: of each record's subject, members first.
        ///   - members: number of members.
        init(_ names: [String], members: Int) {
            var known: [String: Int] = [:]
            numbers = names.map { name in
                let number = known[name, default: known.count]
                known[name] = number
                return number
            }
            var isMember = Array(repeating: false, count: known.count)
            for number in numbers.prefix(members) { isMember[number] = true }
            self.isMember = isMember
        }

        /// Subjects with a record among the members.
        var members: Int { isMember.count { $0 } }
        /// Subjects without.
        var nonMembers: Int { isMember.count - members }
    }

    /// Of the subjects with a record among the members.
    let members: [Double]
    /// Of the others.
    let nonMembers: [Double]

    /// Averages the scores of each subject's records; an infinite score counts as the largest, or smallest, finite one.
    init(_ scores: [Double], of subjects: Subjects) {
        let finite = scores.filter(\.isFinite)
        let (low, high) = (finite.min() ?? -1, finite.max() ?? 1)
        var sums = Array(repeating: 0.0, count: subjects.isMember.count)
        var counts = sums
        for (number, score) in zip(subjects.numbers, scores) {
            sums[number] += min(high, max(low, score))
            counts[number] += 1
        }
        let means = zip(sums, counts).map { $0 / max(1, $1) }
        members = zip(means, subjects.isMember).filter(\.1).map(\.0)
        nonMembers = zip(means, subjects.isMember).filter { !$0.1 }.map(\.0)
    }
}
