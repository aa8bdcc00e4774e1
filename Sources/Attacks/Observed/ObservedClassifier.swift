import LinearModels
import ShadowModels
import Tensors

/// An attack by all observed numbers of a kind: a linear support vector machine learns on shadow models what they weigh.
struct ObservedClassifier: Sendable {
    /// C: the cost of an error against the size of the weights.
    static let cost = 0.1
    /// Numbers count up to so many standard deviations: one far off would decide alone.
    private static let farthest: Float = 6

    private let input: AttackInput
    private let observed: ObservedModels
    /// One per shadow model.
    private let tables: [Table]

    /// Takes what was read off the models.
    ///
    /// - Throws: `AttackError.tooFewObservations`, `AttackError.shapeMismatch`.
    init(_ input: AttackInput) throws(AttackError) {
        self.input = input
        observed = try input.checkedObservations()
        tables = observed.shadows.map { Table($0, seed: input.seed) }
    }

    /// Decision values of the queries, by a machine that learned from all shadow models.
    func queries() throws -> [Double] {
        let features = (0..<observed.queries.count).flatMap { Self.features(observed.queries, $0) }
        return try decisions(tables.flatMap(\.rows), features, count: observed.queries.count, input.seed.derived("svm"))
    }

    /// Decision values of shadow records, each by a machine that learned from other shadow models and other records, as the
    /// attacked model and its records are others.
    func trials() throws -> MembershipTrials {
        let values = try Workers.map(Array(tables.indices), threads: input.threads) { index in
            try self.trials(index)
        }
        var trials = MembershipTrials()
        for (table, values) in zip(tables, values) {
            for (row, value) in zip(table.rows, values) {
                trials.append([value], isMember: row.isMember, records: [row.record])
            }
        }
        return trials
    }

    private func trials(_ index: Int) throws -> [Double] {
        let others = tables.indices.filter { $0 != index }.flatMap { tables[$0].rows }
        let rows = tables[index].rows
        var values = Array(repeating: AttackScores.undecided, count: rows.count)
        for part in 0..<2 {
            try input.cancellation.check()
            let places = rows.indices.filter { rows[$0].part == part }
            let found = try decisions(
                others.filter { $0.part != part },
                places.flatMap { rows[$0].features },
                count: places.count,
                input.seed.derived("held-out-svm", index).derived("part", part)
            )
            for (place, value) in zip(places, found) { values[place] = value }
        }
        return values
    }

    private func decisions(_ rows: [Row], _ features: [Float], count: Int, _ seed: Seed) throws(AttackError) -> [Double]
    {
        let columns = observed.queries.names.count
        guard rows.contains(where: \.isMember), rows.contains(where: { !$0.isMember }), columns > 0 else {
            return Array(repeating: AttackScores.undecided, count: count)
        }
        do {
            let machine = try LinearSVM.train(
                features: rows.flatMap(\.features),
                rows: rows.count,
                columns: columns,
                isMember: rows.map(\.isMember),
                cost: Self.cost,
                seed: seed.value
            )
            return machine.decisionValues(features: features, rows: count)
        } catch {
            throw AttackError(.trainingFailed, error.summary, cause: error.cause, remedy: error.remedy)
        }
    }

    private static func features(_ observations: Observations, _ row: Int) -> [Float] {
        observations.values.map { min(max(Float($0[row]), -farthest), farthest) }
    }

    /// One record under one shadow model.
    private struct Row {
        let features: [Float]
        let isMember: Bool
        let record: Int
        /// Which half of the records it belongs to, the same under all models.
        let part: Int
    }

    /// The records of one shadow model.
    private struct Table {
        let rows: [Row]

        init(_ shadow: ShadowObservations, seed: Seed) {
            let split = shadow.members.count
            rows = shadow.records.enumerated().map { place, record in
                let isMember = place < split
                let values = isMember ? shadow.members : shadow.nonMembers
                return Row(
                    features: ObservedClassifier.features(values, isMember ? place : place - split),
                    isMember: isMember,
                    record: record,
                    part: Int(seed.derived("held-out", record).value % 2)
                )
            }
        }
    }
}
