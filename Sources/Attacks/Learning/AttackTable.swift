import ShadowModels
import Tensors

/// The attack training dataset D_attack^train (paper, section 4.3, L2): shadow answers with known membership.
struct AttackTable: Sendable {
    /// All shadow answers, shadow model by shadow model.
    let answers: Answers
    /// Whether each was in its shadow model's training set.
    let isMember: [Bool]
    /// Which record each answer is about.
    let records: [Int]

    /// Pools the shadow models' answers.
    ///
    /// - Throws: `AttackError.noShadowModels`, or what `AttackInput.check` throws.
    init(_ input: AttackInput) throws(AttackError) {
        guard !input.shadows.isEmpty else {
            throw AttackError(
                .noShadowModels,
                "the attack learns from shadow models, and there are none",
                remedy: "Set adversary.shadowModels to at least 1."
            )
        }
        try input.check()
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
        answers = Answers(vectors: vectors, classes: input.queries.classes, labels: labels)
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

    /// Whether rows hold members and non-members: nothing can be learned from one side alone.
    func hasBothSides(_ rows: [Int]) -> Bool {
        rows.contains { isMember[$0] } && rows.contains { !isMember[$0] }
    }

    /// For each row one of `count` parts; all answers about a record, whatever the shadow model, are in the same part.
    func parts(_ count: Int, _ seed: Seed) -> [Int] {
        records.map { seed.heldOutPart(of: $0, among: count) }
    }
}
