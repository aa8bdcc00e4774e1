import Attacks
import AuditCore
import Audits
import ShadowModels

/// A score book made by hand: what an attack said of each record, without any model.
enum HandMadeBook {
    /// One repeat of an attack on members and non-members.
    static func run(
        _ members: [Double],
        _ nonMembers: [Double],
        threshold: Double = 0,
        attack: String = "transmia-svm",
        approach: Approach = .freezing,
        size: Int = 100,
        turn: Int = 1,
        learning: AttackScores.Learning? = AttackScores.Learning(auc: 0.8, rightDecisions: 800, records: 1000)
    ) -> AttackRun {
        let scores = members + nonMembers
        return AttackRun(
            attack: attack,
            approach: approach,
            size: size,
            turn: turn,
            scores: AttackScores(
                scores: scores,
                decisions: scores.map { $0 >= threshold },
                threshold: threshold,
                learning: learning
            ),
            coreSeconds: 1
        )
    }

    /// A book over runs; labels go 0, 1, … K − 1, 0, 1 … within each side unless given.
    static func book(
        _ runs: [AttackRun],
        members: Int,
        nonMembers: Int,
        classes: Int = 2,
        labels: [Int]? = nil,
        subjects: [String]? = nil
    ) -> ScoreBook {
        let labels = labels ?? (0..<members).map { $0 % classes } + (0..<nonMembers).map { $0 % classes }
        let vectors = labels.flatMap { label in (0..<classes).map { $0 == label ? 0.8 : 0.2 / Double(classes - 1) } }
        return ScoreBook(
            members: members,
            labels: labels,
            classes: classes,
            subjects: subjects,
            source: Answers(vectors: vectors, classes: classes, labels: labels),
            target: [:],
            runs: runs
        )
    }
}
