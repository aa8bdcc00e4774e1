import Networks
import ShadowModels
import Statistics
import Tensors
import Testing

/// What is read off the transferred layers alone.
struct LayerObserverTests {
    private static let classes = 4
    private static let width = 30
    private static let recipe = TrainingRecipe(epochs: 200, learningRate: 0.05, weightDecay: 0.0005, batchSize: 32)

    /// Overlapping clouds in many dimensions, a third of the records under a random label: learned by heart.
    private static func records(_ count: Int, seed: UInt64) throws -> (records: RecordBatches, labels: [Int]) {
        let noise = try TensorGenerator(Seed(seed)).normal(shape: [count, width]).floats()
        var draw = Seed(seed).derived("labels").generator
        let labels = (0..<count).map { row in row % 3 == 0 ? Int(draw.next() % UInt64(classes)) : row % classes }
        let floats = noise.enumerated().map { $1 + ($0 % width == $0 / width % classes ? 1.5 : 0) }
        return (RecordBatches(TensorValues(shape: [count, width], floats: floats)), labels)
    }

    private static func architecture() throws -> Architecture {
        try Architecture(
            name: "deep",
            inputShape: [width],
            [
                Small.named("first", Dense(inputs: width, units: 128, activation: .relu)),
                Small.named("second", Dense(inputs: 128, units: 128, activation: .relu)),
                Small.named("shared", Dense(inputs: 128, units: 16, activation: .relu)),
                Small.named("answer", Dense(inputs: 16, units: classes)),
            ]
        )
    }

    /// A trainer whose audited records are 160 the source model was trained on and 160 others.
    private static func trainer(epochs: Int, threads: Int = 2, draw: UInt64 = 0) throws -> ShadowTrainer {
        let architecture = try architecture()
        let (members, others) = (try records(160, seed: 1 + 10 * draw), try records(160, seed: 2 + 10 * draw))
        let network = try Network(architecture, weights: architecture.freshWeights(Seed(3)))
        var recipe = recipe
        recipe.epochs = epochs
        if epochs > 0 {
            try Training.run(network, records: members.records, labels: members.labels, recipe: recipe, seed: Seed(4))
        }
        return ShadowTrainer(
            source: try SourceModel(
                architecture,
                weights: network.weights(),
                cut: architecture.cut(after: "shared")
            ),
            train: try records(400, seed: 5),
            test: try records(400, seed: 6),
            audited: (members.records.appending(others.records), members.labels + others.labels),
            seed: Seed(7),
            device: .cpu,
            threads: threads,
            cancellation: Cancellation()
        )
    }

    private func auc(_ observed: Observations, _ name: String) throws -> ClosedRange<Double> {
        let values = try #require(observed[name])
        let interval = DeLong.interval(
            members: Array(values[..<160]),
            nonMembers: Array(values[160...]),
            confidence: 0.95
        )
        let (_, low, high, _) = try #require(interval)
        return low...high
    }

    @Test func ownHeadsFindWhatDeepLayersLearnedByHeart() throws {
        let trainer = try Self.trainer(epochs: Self.recipe.epochs)
        let round = ObservationRound(trainer, observer: LayerObserver.self, recipe: Small.recipe(epochs: 20))
        let observed = try round.source()
        #expect(observed.names == LayerObserver.names && observed.count == 320)
        #expect(try auc(observed, "own-head-margin").lowerBound > 0.6)
    }

    @Test func layersThatWereNeverTrainedTellNothing() throws {
        var covered: [String: Int] = [:]
        for draw in 0..<8 {
            let trainer = try Self.trainer(epochs: 0, draw: UInt64(draw))
            let round = ObservationRound(trainer, observer: LayerObserver.self, recipe: Small.recipe(epochs: 20))
            let observed = try round.source()
            for name in LayerObserver.names where try auc(observed, name).contains(0.5) {
                covered[name, default: 0] += 1
            }
        }
        // Fewer than six of eight come up six times in a thousand.
        for name in LayerObserver.names { #expect(covered[name, default: 0] >= 6, "\(name): \(covered)") }
    }

    @Test func threadsDoNotMatter() throws {
        let rounds = try [1, 2].map { threads in
            ObservationRound(
                try Self.trainer(epochs: 2, threads: threads),
                observer: LayerObserver.self,
                recipe: Small.recipe()
            )
        }
        #expect(try rounds[0].source() == rounds[1].source())
        let trainer = try Self.trainer(epochs: 2)
        let draw = trainer.draw(size: 100, repeatIndex: 0, index: 0)
        let shadow = try rounds[0].shadow(trainer.source.weights, draw, index: 0)
        #expect(shadow == (try rounds[1].shadow(trainer.source.weights, draw, index: 0)))
        #expect(shadow.members.count == 100 && Set(shadow.records).count == shadow.records.count)
        #expect(Array(shadow.records[..<100]) == draw.trainRows)
        #expect(Set(shadow.records[100...]).isDisjoint(with: draw.trainRows))
    }

    /// Layers that change nothing: what is read are distances between the records themselves.
    @Test func distancesNormsAndSimilarities() throws {
        let points: [[Float]] = [[1, 0], [3, 0], [0, 2], [0, 4], [2, 0], [0, 1], [3, 3]]
        let labels = [0, 0, 1, 1, 0, 1, 0]
        let architecture = try Architecture(
            name: "flat",
            inputShape: [2],
            [
                Small.named("shared", Dense(inputs: 2, units: 2)),
                Small.named("answer", Dense(inputs: 2, units: 2)),
            ]
        )
        var weights = try architecture.freshWeights(Seed(1))
        let layer = try #require(architecture.layers.firstIndex { $0.name == "shared" })
        weights.layers[layer] = [
            TensorValues(shape: [2, 2], floats: [1, 0, 0, 1]), TensorValues(shape: [2], floats: [0, 0]),
        ]
        let records = RecordBatches(TensorValues(shape: [7, 2], floats: points.flatMap { $0 }))
        let trainer = ShadowTrainer(
            source: try SourceModel(architecture, weights: weights, cut: architecture.cut(after: "shared")),
            train: (records, labels),
            test: (records.picking([]), []),
            seed: Seed(1),
            device: .cpu,
            threads: 1,
            cancellation: Cancellation()
        )
        let observed = try LayerObserver(trainer, recipe: Small.recipe())
            .observe(weights, rows: [4, 5, 6], known: [0, 1, 2, 3], seed: Seed(2))
        // Centres (2, 0) and (0, 3): only the direction counts.
        let distances = try #require(observed["centroid-distance"])
        for (value, expected) in zip(distances, [0, 0, 1 - (0.5).squareRoot()]) {
            #expect(abs(value - expected) < 1e-6)
        }
        let norms = try #require(observed["feature-norm"])
        for (value, expected) in zip(norms, [2, 1, (18.0).squareRoot()]) { #expect(abs(value - expected) < 1e-6) }
        let similarities = try #require(observed["feature-density"])
        for (value, expected) in zip(similarities, [0.5, 0.5, (0.5).squareRoot()]) {
            #expect(abs(value - expected) < 1e-6)
        }
    }
}
