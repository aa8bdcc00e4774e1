import AuditCore
import Networks
import ShadowModels
import Tensors

@testable import Attacks

/// A small source model of images that learned its members by heart, and what labels say of it and of shadow models of it.
struct OverfittedImages: Sendable {
    static let classes = 5
    static let shape = [8, 8, 1]
    /// Records of the source model's training set, of as many others, and of each shadow model's.
    static let size = 250

    /// Members first, then as many others, then three times as many that nobody was trained on.
    private let answers: Answers
    private let observed: [Observation: ObservedModels]
    /// What reads off models; with any number of threads.
    let trainer: @Sendable (Int) -> ShadowTrainer
    let recipe: TrainingRecipe

    /// Built once for all tests.
    static let shared = Result { try OverfittedImages() }

    private init() throws {
        let window = SlidingWindow([3, 3], padding: .same)
        let architecture = try Architecture(
            name: "overfitted-images",
            inputShape: Self.shape,
            [
                NamedLayer(
                    name: "convolution",
                    kind: "Conv2D",
                    layer: Convolution(inputs: 1, filters: 6, window: window, activation: .relu)
                ),
                NamedLayer(name: "flat", kind: "Flatten", layer: Flatten()),
                NamedLayer(name: "shared", kind: "Dense", layer: Dense(inputs: 384, units: 32, activation: .relu)),
                NamedLayer(name: "answer", kind: "Dense", layer: Dense(inputs: 32, units: Self.classes)),
            ]
        )
        let recipe = TrainingRecipe(epochs: 40, optimizer: .adam, learningRate: 0.003, weightDecay: 0, batchSize: 32)
        let own = try Self.records(Self.size, seed: 1)
        let network = try Network(architecture, weights: architecture.freshWeights(Seed(2)))
        try Training.run(network, records: own.records, labels: own.labels, recipe: recipe, seed: Seed(3))
        let others = try Self.records(4 * Self.size, seed: 4)
        let audited = (records: own.records.appending(others.records), labels: own.labels + others.labels)
        answers = Answers(
            logits: try network.outputs(audited.records).floats,
            classes: Self.classes,
            labels: audited.labels
        )
        let source = try SourceModel(
            architecture,
            weights: network.weights(),
            cut: architecture.cut(after: "shared")
        )
        let train = try Self.records(2 * Self.size, seed: 6)
        let test = try Self.records(3 * Self.size, seed: 7)
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
        let plan = ShadowPlan(approach: .baseline, sizes: [Self.size], repeats: 1, models: 4, recipe: recipe)
        let farm = try trainer(2).train(plan, keepsWeights: true)[0]
        let observers: [Observation: any ModelObserver] = [
            .noise: NoiseObserver(trainer(2), queries: 41),
            .augmentation: AugmentationObserver(trainer(2), recipe: recipe),
            .boundary: BoundaryObserver(trainer(2), queries: 80),
        ]
        observed = try observers.mapValues { observer in
            let round = ObservationRound(trainer(2), observer: observer)
            return ObservedModels(
                queries: try round.source(),
                shadows: try zip(farm.weights, farm.draws).enumerated().map { index, model in
                    try round.shadow(model.0, model.1, index: index)
                }
            )
        }
        self.trainer = trainer
        self.recipe = recipe
    }

    /// A picture per class under much noise: what is more than the picture can only be learned by heart.
    private static func records(_ count: Int, seed: UInt64) throws -> (records: RecordBatches, labels: [Int]) {
        let size = shape.reduce(1, *)
        let pictures = try TensorGenerator(Seed(99)).uniform(shape: [classes, size]).floats()
        let noise = try TensorGenerator(Seed(seed)).normal(shape: [count, size]).floats()
        let labels = (0..<count).map { $0 % classes }
        let floats = noise.enumerated().map { place, value in
            0.4 * pictures[labels[place / size] * size + place % size] + 0.55 * value
        }
        return (RecordBatches(TensorValues(shape: [count] + shape, floats: floats)), labels)
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
