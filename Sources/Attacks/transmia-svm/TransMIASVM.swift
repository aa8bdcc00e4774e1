import AuditCore
import LinearModels
import ShadowModels
import Tensors

/// TransMIA with a linear support vector machine per class (paper, sections 4.3 and 5.2).
public struct TransMIASVM: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        id: "transmia-svm",
        title: "TransMIA, support vector machine",
        sentence: "Learns from shadow models, with one linear support vector machine per class over the whole "
            + "prediction vector, how the source model answers for records it was trained on.",
        reference: "Hidano, Murakami, Kawamoto 2020 (arXiv 2011.14661), sections 4.3 (L1–L3) and 5.2",
        access: [.sourceScores, .transferredWeights],
        knowledge: [.shadowData, .sourceArchitecture],
        approaches: [.baseline, .freezing, .fineTuning],
        smallestSample: 100,
        score: "decision value, on (−∞, ∞), no unit",
        defaults: [("cost", "1"), ("loss", "squared hinge (liblinear)")]
    )

    /// An attack; the support vector machine takes none of the parameters.
    public init(parameters: AttackParameters) {}

    /// The decision values of the class's support vector machine.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        let table = try AttackTable(input)
        let rows = table.rows(classes: input.classes)
        let queryRows = AttackTable.rows(input.queries.labels, classes: input.classes)
        let values = try Workers.map(Array(0..<input.classes), threads: input.threads) { label in
            try input.cancellation.check()
            return try Self.values(table, rows[label], input.queries.picking(queryRows[label]), input.seed, label)
        }
        var scores = [Double](repeating: 0, count: input.queries.count)
        var shadowScores = [Double](repeating: 0, count: table.answers.count)
        for label in rows.indices {
            for (row, score) in zip(queryRows[label], values[label].queries) { scores[row] = score }
            for (row, score) in zip(rows[label], values[label].shadows) { shadowScores[row] = score }
        }
        return .deciding(scores, shadowScores: shadowScores, isMember: table.isMember, threshold: 0)
    }

    private static func values(
        _ table: AttackTable,
        _ rows: [Int],
        _ queries: Answers,
        _ seed: Seed,
        _ label: Int
    ) throws -> (queries: [Double], shadows: [Double]) {
        let shadow = table.answers.picking(rows)
        let isMember = rows.map { table.isMember[$0] }
        // A class with shadow records on one side only cannot be learned: its records score 0.
        guard isMember.contains(true), isMember.contains(false) else {
            return (Array(repeating: 0, count: queries.count), Array(repeating: 0, count: rows.count))
        }
        let machine = try LinearSVM.train(
            features: shadow.floats,
            rows: shadow.count,
            columns: shadow.classes,
            isMember: isMember,
            seed: seed.derived("svm", label).value
        )
        return (
            machine.decisionValues(features: queries.floats, rows: queries.count),
            machine.decisionValues(features: shadow.floats, rows: shadow.count)
        )
    }
}
