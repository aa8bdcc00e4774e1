import ShadowModels

/// The attack training dataset D_attack^train (paper, section 4.3, L2): shadow answers with known membership.
struct AttackTable {
    /// All shadow answers, shadow model by shadow model.
    let answers: Answers
    /// Whether each was in its shadow model's training set.
    let isMember: [Bool]
    /// Which record each answer is about.
    let records: [Int]

    /// Pools the shadow models' answers.
    init(_ input: AttackInput) throws(AttackError) {
        guard let first = input.shadows.first else {
            throw AttackError(
                .noShadowModels,
                "the attack learns from shadow models, and there are none",
                remedy: "Set adversary.shadowModels to at least 1."
            )
        }
        guard first.members.classes == input.queries.classes else {
            throw AttackError(
                .shapeMismatch,
                "shadow models answer \(first.members.classes) values, the attacked model \(input.queries.classes)",
                remedy: "Use shadow models of the attacked model's task."
            )
        }
        var vectors: [Double] = []
        var labels: [Int] = []
        var isMember: [Bool] = []
        for shadow in input.shadows {
            vectors.append(contentsOf: shadow.members.vectors)
            vectors.append(contentsOf: shadow.nonMembers.vectors)
            labels.append(contentsOf: shadow.members.labels)
            labels.append(contentsOf: shadow.nonMembers.labels)
            isMember.append(contentsOf: Array(repeating: true, count: shadow.members.count))
            isMember.append(contentsOf: Array(repeating: false, count: shadow.nonMembers.count))
        }
        records = input.shadows.flatMap(\.records)
        answers = Answers(vectors: vectors, classes: first.members.classes, labels: labels)
        self.isMember = isMember
    }

    /// The rows of each class.
    func rows(classes: Int) -> [[Int]] { Self.rows(answers.labels, classes: classes) }

    /// The rows of each class among labels.
    static func rows(_ labels: [Int], classes: Int) -> [[Int]] {
        var rows = Array(repeating: [Int](), count: classes)
        for (row, label) in labels.enumerated() { rows[label].append(row) }
        return rows
    }
}
