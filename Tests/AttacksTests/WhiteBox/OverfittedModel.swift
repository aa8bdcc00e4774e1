import AuditCore
import Networks
import ShadowModels
import Tensors

@testable import Attacks

/// A small source model that learned its members by heart, what is read off it and off shadow models of it.
struct OverfittedModel: Sendable {
    static let classes = 10
    /// Records of the source model's training set, of as many others, and of each shadow model's.
    static let size = 400

    /// Before the models learn by heart, on the way there, and almost at the end.
    private static let checkpoints = CheckpointPlan(epochs: [5, 20, 60], models: 6)

    /// Members first, then as many others, then three times as many that nobody was trained on.
    private let answers: Answers
    private let observed: [Observation: ObservedModels]
    /// What reads off models; with any number of threads.
    let trainer: @Sendable (Int) -> ShadowTrainer
    let recipe: TrainingRecipe

    /// Built once for all tests.
    static let shared = Result {
        try OverfittedModel(Clouds(features: 24, distance: 1.5, randomLabels: 3, rate: 0.1), cut: "shared")
    }

    /// The same with all layers but the last shared, where learning by heart shows; its classes can be learned, if hardly.
    static let deep = Result {
        try OverfittedModel(Clouds(features: 200, distance: 3, randomLabels: 0, rate: 0.02), cut: "hidden")
    }

    /// Overlapping clouds of points, one per class.
    private struct Clouds {
        let features: Int
        /// Of each class from the others, in standard deviations.
        let distance: Float
        /// Records in each four with a random label: what can only be learned by heart.
        let randomLabels: Int
        /// Learning rate that learns them by heart and does not diverge.
        let rate: Double

        func records(_ count: Int, seed: UInt64) throws -> (records: RecordBatches, labels: [Int]) {
            let noise = try TensorGenerator(Seed(seed)).normal(shape: [count, features]).floats()
            var labels = Seed(seed).derived("labels").generator
            let own = (0..<count).map { row in
                row / OverfittedModel.classes % 4 >= 4 - randomLabels
                    ? Int(labels.next() % UInt64(OverfittedModel.classes)) : row % OverfittedModel.classes
            }
            let floats = noise.enumerated().map { place, value in
                value + (place % features == place / features % OverfittedModel.classes ? distance : 0)
            }
            return (RecordBatches(TensorValues(shape: [count, features], floats: floats)), own)
        }
    }

    private init(_ clouds: Clouds, cut: String) throws {
        let architecture = try Architecture(
            name: "overfitted",
            inputShape: [clouds.features],
            [
                NamedLayer(
                    name: "shared",
                    kind: "Dense",
                    layer: Dense(inputs: clouds.features, units: 64, activation: .relu)
                ),
                NamedLayer(name: "hidden", kind: "Dense", layer: Dense(inputs: 64, units: 48, activation: .relu)),
                NamedLayer(name: "drop", kind: "Dropout", layer: Dropout(rate: 0.1)),
                NamedLayer(name: "answer", kind: "Dense", layer: Dense(inputs: 48, units: Self.classes)),
            ]
        )
        let recipe = TrainingRecipe(epochs: 150, learningRate: clouds.rate, weightDecay: 0, batchSize: 32)
        let own = try clouds.records(Self.size, seed: 1)
        let network = try Network(architecture, weights: architecture.freshWeights(Seed(2)))
        var checkpoints: [Weights] = []
        try Training.run(
            network,
            records: own.records,
            labels: own.labels,
            recipe: recipe,
            seed: Seed(3),
            epochDone: { epoch, _ in
                if Self.checkpoints.epochs.contains(epoch) { checkpoints.append(try network.weights()) }
            }
        )
        let others = try clouds.records(4 * Self.size, seed: 4)
        let audited = (records: own.records.appending(others.records), labels: own.labels + others.labels)
        answers = Answers(
            logits: try network.outputs(audited.records).floats,
            classes: Self.classes,
            labels: audited.labels
        )
        let source = try SourceModel(architecture, weights: network.weights(), cut: architecture.cut(after: cut))
        let train = try clouds.records(2 * Self.size, seed: 6)
        let test = try clouds.records(2 * Self.size, seed: 7)
        let trainer: @Sendable (Int) -> ShadowTrainer = { threads in
            ShadowTrainer(
                source: source,
                train: train,
                test: test,
                audited: audited,
                seed: Seed(8),
                device: .cpu,
                threads: threads,
                cancellation: Cancellation()
            )
        }
        let plan = ShadowPlan(approach: .baseline, sizes: [Self.size], repeats: 1, models: 6, recipe: recipe)
        let farm = try trainer(2).train(plan, keepsWeights: true, checkpoints: Self.checkpoints)[0]
        let observers: [(kind: Observation, observer: any ModelObserver.Type, seesCheckpoints: Bool)] = [
            (.gradients, GradientObserver.self, false), (.influence, InfluenceObserver.self, false),
            (.checkpoints, GradientObserver.self, true), (.layers, LayerObserver.self, false),
        ]
        var observed: [Observation: ObservedModels] = [:]
        for (kind, observer, seesCheckpoints) in observers {
            let round = ObservationRound(trainer(2), observer: observer, recipe: recipe)
            observed[kind] = ObservedModels(
                queries: try round.source(checkpoints: seesCheckpoints ? checkpoints : []),
                shadows: try zip(farm.weights, farm.draws).enumerated().map { index, model in
                    try round.shadow(
                        model.0,
                        model.1,
                        index: index,
                        checkpoints: seesCheckpoints ? farm.checkpoints[index] : []
                    )
                }
            )
        }
        self.observed = observed
        self.trainer = trainer
        self.recipe = recipe
    }

    /// What an attack gets for some of the audited records.
    func input(_ attack: any Attack.Type, _ rows: Range<Int>, threads: Int = 1) -> AttackInput {
        AttackInput(
            queries: answers,
            shadows: [],
            observed: attack.descriptor.observation.flatMap { observed[$0] },
            classes: Self.classes,
            seed: Seed(9),
            threads: threads
        ).picking(Array(rows))
    }
}
