import Networks
import ShadowModels
import Tensors

/// An attack by all observed numbers of a kind: a small network learns on shadow models what they say together.
struct ObservedNetworks: Sendable {
    /// Units of the hidden layers.
    static let hidden = [32, 16]
    /// Numbers count up to so many standard deviations: one far off would decide alone.
    private static let farthest: Float = 6
    /// The logits: of a non-member, of a member.
    private static let classes = 2

    private let input: AttackInput
    private let parameters: AttackParameters
    /// How many numbers there are of each record.
    private let columns: Int
    private let queries: Int
    /// Of the shadow records, shadow model by shadow model, then of the queries.
    private let features: TensorValues
    private let rows: [Row]

    /// Takes what was read off the models.
    ///
    /// - Throws: `AttackError.tooFewObservations`, `AttackError.shapeMismatch`.
    init(_ input: AttackInput, parameters: AttackParameters) throws(AttackError) {
        self.input = input
        self.parameters = parameters
        let observed = try input.checkedObservations()
        columns = observed.queries.names.count
        queries = observed.queries.count
        var floats: [Float] = []
        for shadow in observed.shadows {
            Self.append(shadow.members, to: &floats)
            Self.append(shadow.nonMembers, to: &floats)
        }
        Self.append(observed.queries, to: &floats)
        rows = observed.shadows.enumerated().flatMap { model, shadow in
            shadow.records.enumerated().map { place, record in
                Row(
                    model: model,
                    isMember: place < shadow.members.count,
                    record: record,
                    part: input.seed.heldOutPart(of: record, among: 2)
                )
            }
        }
        features = TensorValues(shape: [rows.count + queries, columns], floats: floats)
    }

    /// Scores of the queries with a threshold for each that other records chose.
    ///
    /// - Throws: `NetworkError.diverged`, `NetworkError.cancelled`, or an engine failure.
    func decided() throws -> AttackScores {
        let scores = try scores()
        return scores.trials.deciding(scores.queries, rule: parameters.scoring.thresholdRule, seed: input.seed)
    }

    /// Scores of the queries, by a network that learned from all shadow models, and of shadow records, each by a network that
    /// learned from other shadow models and other records, as the attacked model and its records are others.
    ///
    /// A score is log odds of membership, in nats; `AttackScores.undecided` where shadow records are too few to learn from.
    ///
    /// - Throws: `NetworkError.diverged`, `NetworkError.cancelled`, or an engine failure.
    func scores() throws -> (queries: [Double], trials: MembershipTrials) {
        let folds = Set(rows.map(\.model)).sorted().flatMap { model in (0..<2).map { (model: model, part: $0) } }
        let known = folds.map { fold in
            rows.indices.filter { rows[$0].model != fold.model && rows[$0].part != fold.part }
        }
        guard columns > 0, known.allSatisfy(hasBothSides) else {
            return trialsAndQueries { _ in AttackScores.undecided }
        }
        // Networks that learn from equally many records train together.
        let count = known.map(\.count).min() ?? 0
        var jobs = zip(folds, known).enumerated().map { index, fold in
            var generator = input.seed.derived("observed-rows", index).generator
            let order = generator.permutation(fold.1.count)
            return job(order.prefix(count).map { fold.1[$0] }, Array(rows.indices), index)
        }
        if queries > 0 { jobs.append(job(Array(rows.indices), Array(rows.count..<features.rows), jobs.count)) }
        let odds = try farm().train(features: features, jobs: jobs).map { result in
            (0..<result.logits.rows).map { row in
                Double(result.logits.floats[2 * row + 1]) - Double(result.logits.floats[2 * row])
            }
        }
        return trialsAndQueries { place in
            guard place < rows.count else { return odds[folds.count][place - rows.count] }
            let row = rows[place]
            let fold = folds.firstIndex { $0.model == row.model && $0.part == row.part } ?? 0
            return odds[fold][place]
        }
    }

    private func trialsAndQueries(_ score: (Int) -> Double) -> (queries: [Double], trials: MembershipTrials) {
        var trials = MembershipTrials()
        for (place, row) in rows.enumerated() {
            trials.append([score(place)], isMember: row.isMember, records: [row.record])
        }
        return ((rows.count..<features.rows).map(score), trials)
    }

    private func job(_ rows: [Int], _ asked: [Int], _ index: Int) -> HeadFarm.Job {
        HeadFarm.Job(
            trainRows: rows,
            labels: rows.map { self.rows[$0].isMember ? 1 : 0 },
            queryRows: asked,
            seed: input.seed.derived("observed-network", index)
        )
    }

    private func farm() throws -> HeadFarm {
        let sizes = [columns] + Self.hidden
        let layers = zip(sizes, sizes.dropFirst()).enumerated().map { index, sizes in
            NamedLayer(
                name: "hidden_\(index + 1)",
                kind: "Dense",
                layer: Dense(inputs: sizes.0, units: sizes.1, activation: .relu)
            )
        }
        let answer = Dense(inputs: sizes[sizes.count - 1], units: Self.classes)
        return HeadFarm(
            try Architecture(
                name: "membership",
                inputShape: [columns],
                layers + [NamedLayer(name: "answer", kind: "Dense", layer: answer)]
            ),
            recipe: TrainingRecipe(
                epochs: parameters.epochs,
                optimizer: .adam,
                learningRate: parameters.learningRate,
                weightDecay: parameters.weightDecay,
                batchSize: parameters.batchSize
            ),
            startsUndecided: true,
            device: input.device,
            threads: input.threads,
            cancellation: input.cancellation
        )
    }

    private func hasBothSides(_ known: [Int]) -> Bool {
        known.contains { rows[$0].isMember } && known.contains { !rows[$0].isMember }
    }

    private static func append(_ observations: Observations, to floats: inout [Float]) {
        for row in 0..<observations.count {
            for column in observations.values { floats.append(min(max(Float(column[row]), -farthest), farthest)) }
        }
    }

    /// One record under one shadow model.
    private struct Row {
        let model: Int
        let isMember: Bool
        let record: Int
        /// Which half of the records it belongs to, the same under all models.
        let part: Int
    }
}
