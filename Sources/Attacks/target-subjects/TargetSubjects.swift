import AuditCore
import LinearModels
import ShadowModels
import Tensors

/// Membership of a whole person in the *source* training set, from the black-box target model's answers for all of that
/// person's records together (Liew and Takahashi 2020, aggregate-level inference).
public struct TargetSubjects: SubjectAttack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        worded: "target-subjects",
        access: [.targetScores],
        knowledge: [.shadowData, .sourceArchitecture, .targetTraining],
        approaches: [.freezing, .fineTuning],
        score: TransMIASVM.descriptor.score,
        defaults: [("cost", Phrase(key: "number", ["number": .number(cost, .full)]))]
            + TransMIASVM.descriptor.defaults
            .filter { $0.name == "loss" }
    )

    /// Weight of the errors; few subjects stand against many numbers of each.
    private static let cost = 0.01

    /// An attack; the support vector machine takes none of the parameters.
    public init(parameters: AttackParameters) {}

    /// The decision value of the class's support vector machine over what a subject's answers say together, for each of
    /// its records; a record whose subject is not named stands for itself.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        let shadows = try Self.table(input)
        var queries = SubjectTable()
        let own = input.subjects?.queries ?? Array(0..<input.queries.count)
        queries.append(input.queries, subjects: own, isMember: false)
        var scores = [Double](repeating: AttackScores.undecided, count: input.queries.count)
        var shadowScores = [Double](repeating: AttackScores.undecided, count: shadows.labels.count)
        let parts = shadows.subjects.map { input.seed.heldOutPart(of: $0, among: 2) }
        for label in 0..<input.classes {
            try input.cancellation.check()
            let rows = shadows.rows(of: label)
            let asked = queries.rows(of: label)
            let seed = input.seed.derived("subjects", label)
            for (group, value) in zip(asked, try Self.values(queries, asked, by: rows, of: shadows, seed)) {
                for row in queries.rows[group] { scores[row] = value }
            }
            // Subjects are judged by machines that learned from others: one that knows a person again has learned nothing.
            for part in 0..<2 {
                let judged = rows.filter { parts[$0] == part }
                let others = rows.filter { parts[$0] != part }
                let values = try Self.values(shadows, judged, by: others, of: shadows, seed.derived("part", part))
                for (row, value) in zip(judged, values) { shadowScores[row] = value }
            }
        }
        return AttackScores(
            scores: scores,
            decisions: scores.map { $0 >= 0 },
            threshold: 0,
            learning: .judging(
                scores: shadowScores,
                isRight: zip(shadowScores, shadows.isMember).map { ($0 >= 0) == $1 },
                isMember: shadows.isMember,
                records: shadows.subjects
            )
        )
    }

    private static func table(_ input: AttackInput) throws(AttackError) -> SubjectTable {
        guard !input.shadows.isEmpty else {
            throw AttackError(
                .noShadowModels,
                "the attack learns from shadow models, and there are none",
                remedy: "Set adversary.shadowModels to at least 1."
            )
        }
        try input.check()
        var table = SubjectTable()
        for shadow in input.shadows {
            let subjects = shadow.records.map { input.subjects?.records[$0] ?? $0 }
            table.append(shadow.members, subjects: Array(subjects.prefix(shadow.members.count)), isMember: true)
            table.append(shadow.nonMembers, subjects: Array(subjects.dropFirst(shadow.members.count)), isMember: false)
        }
        return table
    }

    /// Decision values of some rows by a machine that learned from rows of the shadow table.
    private static func values(
        _ table: SubjectTable,
        _ judged: [Int],
        by learned: [Int],
        of shadows: SubjectTable,
        _ seed: Seed
    ) throws(AttackError) -> [Double] {
        guard shadows.hasBothSides(learned) else { return judged.map { _ in AttackScores.undecided } }
        do {
            let machine = try LinearSVM.train(
                features: shadows.features(learned, like: learned, of: shadows),
                rows: learned.count,
                columns: AnswerAggregate.width,
                isMember: learned.map { shadows.isMember[$0] },
                cost: cost,
                seed: seed.value
            )
            return machine.decisionValues(
                features: table.features(judged, like: learned, of: shadows),
                rows: judged.count
            )
        } catch {
            throw AttackError(.trainingFailed, error.summary, cause: error.cause, remedy: error.remedy)
        }
    }
}
