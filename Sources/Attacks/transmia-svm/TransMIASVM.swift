import AuditCore
import LinearModels
import ShadowModels
import Tensors

/// TransMIA with a linear support vector machine per class (paper, sections 4.3 and 5.2).
public struct TransMIASVM: Attack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor(
        worded: "transmia-svm",
        access: [.sourceScores, .transferredWeights],
        approaches: [.baseline, .freezing, .fineTuning, .given],
        defaults: [("cost", "1"), ("loss", Phrase(key: "attack.transmia-svm.loss"))],
        needsLabels: false
    )

    /// An attack; the support vector machine takes none of the parameters.
    public init(parameters: AttackParameters) {}

    /// The decision values of the class's support vector machine.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        let table = try AttackTable(input)
        let rows = table.rows(classes: input.classes)
        let queryRows = AttackTable.rows(input.queries.labels, classes: input.classes)
        let parts = table.parts(2, input.seed)
        let values = try Workers.map(Array(0..<input.classes), threads: input.threads) { label in
            try input.cancellation.check()
            return try Self.values(
                table,
                rows[label],
                parts,
                input.queries.picking(queryRows[label]),
                input.seed,
                label
            )
        }
        var scores = [Double](repeating: 0, count: input.queries.count)
        var shadowScores = [Double](repeating: 0, count: table.answers.count)
        for label in rows.indices {
            for (row, score) in zip(queryRows[label], values[label].queries) { scores[row] = score }
            for (row, score) in zip(rows[label], values[label].shadows) { shadowScores[row] = score }
        }
        return .deciding(
            scores,
            heldOut: Array(shadowScores.indices),
            heldOutScores: shadowScores,
            table
        )
    }

    /// Decision values of one class: of the queries, and of the shadow records by machines trained on the other half.
    private static func values(
        _ table: AttackTable,
        _ rows: [Int],
        _ parts: [Int],
        _ queries: Answers,
        _ seed: Seed,
        _ label: Int
    ) throws(AttackError) -> (queries: [Double], shadows: [Double]) {
        let seed = seed.derived("svm", label)
        var shadows: [Int: Double] = [:]
        for part in 0..<2 {
            let judged = rows.filter { parts[$0] == part }
            let others = rows.filter { parts[$0] != part }
            let values = try decisions(table, others, table.answers.picking(judged), seed.derived("part", part))
            for (row, value) in zip(judged, values) { shadows[row] = value }
        }
        return (try decisions(table, rows, queries, seed), rows.map { shadows[$0] ?? AttackScores.undecided })
    }

    /// Decision values by a machine trained on some rows of the table.
    private static func decisions(
        _ table: AttackTable,
        _ rows: [Int],
        _ queries: Answers,
        _ seed: Seed
    ) throws(AttackError) -> [Double] {
        guard table.hasBothSides(rows) else { return Array(repeating: AttackScores.undecided, count: queries.count) }
        let machine: LinearSVM
        do {
            machine = try LinearSVM.train(
                features: table.answers.picking(rows).floats,
                rows: rows.count,
                columns: table.answers.classes,
                isMember: rows.map { table.isMember[$0] },
                seed: seed.value
            )
        } catch {
            throw AttackError(.trainingFailed, error.summary, cause: error.cause, remedy: error.remedy)
        }
        return machine.decisionValues(features: queries.floats, rows: queries.count)
    }
}
