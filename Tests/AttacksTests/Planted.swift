import AuditCore
import Networks
import ShadowModels
import Tensors

@testable import Attacks

/// A tiny source model that learned its members by heart, and the adversary's shadow models of it.
struct Planted: Sendable {
    static let classes = 4
    static let size = 160

    /// Answers of the source model for its training records, and for as many others.
    let members: Answers
    let nonMembers: Answers
    /// Answers for sets of records nobody was trained on.
    let strangers: Answers
    /// Shadow models by approach.
    let shadows: [Approach: [ShadowAnswers]]
    /// References for the members and the non-members, and for the strangers: by approach, offline and online.
    private let references: [Pool: [Approach: (offline: ReferenceSignals, online: ReferenceSignals)]]

    /// Records that are audited together.
    enum Pool {
        case audited
        case strangers
    }

    /// A target model that learned its own training set by heart.
    private let students: PlantedStudents

    /// Built once for all tests.
    static let shared = Result { try Planted() }

    private init() throws {
        let architecture = try Architecture(
            name: "planted",
            inputShape: [10],
            [
                NamedLayer(name: "shared", kind: "Dense", layer: Dense(inputs: 10, units: 48, activation: .relu)),
                NamedLayer(name: "hidden", kind: "Dense", layer: Dense(inputs: 48, units: 32, activation: .relu)),
                NamedLayer(name: "answer", kind: "Dense", layer: Dense(inputs: 32, units: Self.classes)),
            ]
        )
        let recipe = TrainingRecipe(epochs: 120, learningRate: 0.1, weightDecay: 0, batchSize: 32)
        let own = try Self.records(Self.size, seed: 1)
        let network = try Network(architecture, weights: architecture.freshWeights(Seed(2)))
        try Training.run(network, records: own.records, labels: own.labels, recipe: recipe, seed: Seed(3))
        func answers(_ records: (records: RecordBatches, labels: [Int])) throws -> Answers {
            let logits = try network.outputs(records.records)
            return Answers(logits: logits.floats, classes: Self.classes, labels: records.labels)
        }
        members = try answers(own)
        nonMembers = try answers(Self.records(Self.size, seed: 4))
        strangers = try answers(Self.records(120 * NullSets.count, seed: 5))
        let source = try SourceModel(
            architecture,
            weights: network.weights(),
            cut: architecture.cut(after: "shared")
        )
        let train = try Self.records(2 * Self.size, seed: 6)
        let test = try Self.records(2 * Self.size, seed: 7)
        let others = try Self.records(Self.size, seed: 4)
        let pools: [Pool: (records: RecordBatches, labels: [Int])] = [
            .audited: (own.records.appending(others.records), own.labels + others.labels),
            .strangers: try Self.records(120 * NullSets.count, seed: 5),
        ]
        var shadows: [Approach: [ShadowAnswers]] = [:]
        var references: [Pool: [Approach: (offline: ReferenceSignals, online: ReferenceSignals)]] = [:]
        for (pool, audited) in pools {
            let trainer = ShadowTrainer(
                source: source,
                train: train,
                test: test,
                audited: audited,
                seed: Seed(8),
                device: .cpu,
                threads: 2,
                cancellation: Cancellation()
            )
            let attacked = TrueClassSignals(
                try answers((trainer.records, trainer.labels)),
                temperature: Self.references.temperature
            )
            for approach in [Approach.baseline, .freezing, .fineTuning] {
                let plan = ShadowPlan(approach: approach, sizes: [Self.size], repeats: 1, models: 8, recipe: recipe)
                let farm = try trainer.train(plan, references: Self.references)[0]
                shadows[approach] = Array(farm.farm.models.prefix(6))
                let online = try trainer.online(plan, references: Self.references)
                func signals(_ models: [ReferenceModel], _ population: Range<Int>, isOnline: Bool) -> ReferenceSignals {
                    ReferenceSignals(
                        shadowRecords: trainer.shadowCount,
                        population: Array(population),
                        attacked: attacked,
                        models: models,
                        isOnline: isOnline
                    )
                }
                references[pool, default: [:]][approach] = (
                    signals(farm.references, trainer.trainCount..<trainer.shadowCount, isOnline: false),
                    signals(online.models, 0..<trainer.trainCount, isOnline: true)
                )
            }
        }
        self.shadows = shadows
        self.references = references
        students = try PlantedStudents(source)
    }

    private static let references = ReferencePlan(temperature: 2)

    /// Made up: what observers read off real models is tested with them.
    private func observed(_ kind: Observation, pool: Pool) -> ObservedModels {
        // A weak leak cannot be called with the precision that attacks by influence are asked for.
        let leak = kind == .influence ? 2.5 : 1
        return LeakyObservations.observed(
            Self.observedNames[kind] ?? [],
            queries: pool == .audited ? members.count + nonMembers.count : strangers.count,
            leak: pool == .audited ? leak : 0,
            shadowLeak: leak,
            seed: 10
        )
    }

    private static let observedNames: [Observation: [String]] = [
        .layers: LayerObserver.names, .gradients: ["gradient-norm", "loss"],
        .checkpoints: ["checkpoint-1/loss", "loss"],
        .influence: ["influence/offset", InfluenceObserver.displacement], .noise: NoiseObserver.names,
        .augmentation: AugmentationObserver.names, .boundary: BoundaryObserver.names,
    ]

    /// Overlapping clouds of points, a third of them under a random label: what can only be learned by heart.
    static func records(_ count: Int, seed: UInt64) throws -> (records: RecordBatches, labels: [Int]) {
        let noise = try TensorGenerator(Seed(seed)).normal(shape: [count, 10]).floats()
        var labels = Seed(seed).derived("labels").generator
        let own = (0..<count).map { row in row % 3 == 0 ? Int(labels.next() % UInt64(classes)) : row % classes }
        let floats = noise.enumerated().map { place, value in
            value + (place % 10 == place / 10 % classes ? 1.5 : 0)
        }
        return (RecordBatches(TensorValues(shape: [count, 10], floats: floats)), own)
    }

    /// What an attack gets that is to find the planted leak, or, in strangers, nothing.
    func input(
        _ attack: any Attack.Type,
        approach: Approach = .freezing,
        pool: Pool = .audited,
        seed: UInt64 = 9,
        threads: Int = 1
    ) -> AttackInput {
        let descriptor = attack.descriptor
        if descriptor.population == .target {
            return students.input(descriptor, approach: approach, pool: pool, seed: seed, threads: threads)
        }
        if attack is any SubjectAttack.Type { return LeakyPersons.input(seed: seed, threads: threads) }
        if descriptor.access.contains(.targetScores) {
            return LeakyAnswers.input(targetClasses: 5, leak: 1.5, seed: seed, threads: threads)
        }
        let isOnline = descriptor.knowledge.contains(.queriedRecords)
        let references = references[pool]?[approach].map { isOnline ? $0.online : $0.offline }
        return AttackInput(
            queries: pool == .audited ? members.appending(nonMembers) : strangers,
            shadows: descriptor.approaches == [.none] ? [] : shadows[approach] ?? [],
            references: descriptor.approaches == [.none] ? nil : references,
            observed: descriptor.observation.map { observed($0, pool: pool) },
            classes: Self.classes,
            seed: Seed(seed),
            threads: threads
        )
    }
}
