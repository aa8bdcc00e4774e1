import AuditCore
import Networks
import ShadowModels
import Tensors

@testable import Attacks

/// Target models on the transferred layers of a source model, which learned the recipient's records by heart, and the
/// adversary's shadow student models.
struct PlantedStudents: Sendable {
    private static let classes = 4
    private static let size = 160
    private static let recipe = TrainingRecipe(epochs: 250, learningRate: 0.1, weightDecay: 0, batchSize: 32)

    /// By approach: answers for the target's training records, for as many others, and for strangers.
    private let answers: [Approach: (members: Answers, nonMembers: Answers, strangers: Answers)]
    /// Shadow students by approach, with the target's head and with another one.
    private let shadows: [Approach: (known: [ShadowAnswers], unknown: [ShadowAnswers])]

    /// Builds target models on the layers of a source model that was trained on other records.
    init(_ source: SourceModel) throws {
        let own = try Planted.records(Self.size, seed: 21)
        let others = try Planted.records(Self.size, seed: 22)
        let strangers = try Planted.records(120 * NullSets.count, seed: 23)
        let queries = others.records.appending(strangers.records)
        let trainer = try TargetTrainer(
            source: source,
            records: own.records,
            labels: own.labels,
            classes: Self.classes,
            device: .cpu,
            threads: 2,
            cancellation: Cancellation()
        )
        let donor = TargetTrainer.Donor(
            weights: source.weights,
            queryRows: Array(0..<queries.count),
            seed: Seed(24)
        )
        let other = try source.architecture.withOtherHead(after: source.cut, hidden: 64, classes: Self.classes)
        var weights = try other.architecture.freshWeights(Seed(25))
        for layer in other.architecture.layers(upTo: source.cut) {
            weights.layers[layer] = source.weights.layers[other.layerMap[layer]]
        }
        let unknown = try SourceModel(other.architecture, weights: weights, cut: source.cut)
        let pools = (try Planted.records(2 * Self.size, seed: 26), try Planted.records(2 * Self.size, seed: 27))
        func students(_ model: SourceModel, _ approach: Approach) throws -> [ShadowAnswers] {
            let plan = ShadowPlan(
                approach: approach,
                sizes: [Self.size],
                repeats: 1,
                models: 6,
                recipe: Self.recipe
            )
            return try ShadowTrainer(
                source: model,
                train: pools.0,
                test: pools.1,
                seed: Seed(28),
                device: .cpu,
                threads: 2,
                cancellation: Cancellation()
            ).train(plan)[0].farm.models
        }
        var answers: [Approach: (members: Answers, nonMembers: Answers, strangers: Answers)] = [:]
        var shadows: [Approach: (known: [ShadowAnswers], unknown: [ShadowAnswers])] = [:]
        for approach in [Approach.freezing, .fineTuning] {
            let logits = try trainer.train(approach: approach, recipe: Self.recipe, donors: [donor], queries: queries)[
                0
            ]
            .logits
            let all = Answers(
                logits: logits.floats,
                classes: Self.classes,
                labels: others.labels + strangers.labels + own.labels
            )
            answers[approach] = (
                all.picking(Array(queries.count..<all.count)), all.picking(Array(0..<Self.size)),
                all.picking(Array(Self.size..<queries.count))
            )
            shadows[approach] = (try students(source, approach), try students(unknown, approach))
        }
        self.answers = answers
        self.shadows = shadows
    }

    /// What an attack on the target's training set gets.
    func input(
        _ descriptor: AttackDescriptor,
        approach: Approach,
        pool: Planted.Pool,
        seed: UInt64,
        threads: Int
    ) -> AttackInput {
        let empty = Answers(vectors: [], classes: Self.classes, labels: [])
        let own = answers[approach] ?? (empty, empty, empty)
        let students = shadows[approach] ?? ([], [])
        let known = descriptor.knowledge.contains(.targetArchitecture)
        return AttackInput(
            queries: pool == .audited ? own.members.appending(own.nonMembers) : own.strangers,
            shadows: descriptor.isControl ? [] : known ? students.known : students.unknown,
            classes: Self.classes,
            seed: Seed(seed),
            threads: threads
        )
    }
}
