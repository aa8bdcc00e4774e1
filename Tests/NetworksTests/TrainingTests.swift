import Networks
import Tensors
import Testing

/// Training networks with convolutions and batch normalisation.
@Suite struct TrainingTests {
    private static let count = 48

    /// Images whose class is the brightest channel.
    private func records() throws -> (RecordBatches, [Int]) {
        let noise = try TensorGenerator(Seed(4)).normal(deviation: 0.5, shape: [Self.count, 8, 8, 3]).values()
        let labels = (0..<Self.count).map { $0 % 3 }
        let floats = noise.floats.enumerated().map { index, value in
            index % 3 == labels[index / 192] ? value + 0.5 : value
        }
        return (RecordBatches(TensorValues(shape: noise.shape, floats: floats)), labels)
    }

    private func trained(
        _ recipe: TrainingRecipe,
        frozen: Set<Int> = [],
        seed: UInt64 = 7
    ) throws -> (before: Weights, after: Weights, losses: [Double]) {
        let architecture = try ResidualNetwork.make(size: 8, blocks: 1, filters: 4, classes: 3)
        let before = try architecture.freshWeights(Seed(1))
        let network = try Network(architecture, weights: before)
        let (x, y) = try records()
        var losses: [Double] = []
        try Training.run(network, records: x, labels: y, recipe: recipe, frozen: frozen, seed: Seed(seed)) { _, loss in
            losses.append(loss)
        }
        return (before, try network.weights(), losses)
    }

    @Test(arguments: TrainingRecipe.Optimizer.allCases)
    func lowersTheLoss(_ optimizer: TrainingRecipe.Optimizer) throws {
        let rate = optimizer == .sgd ? 0.1 : 0.005
        let recipe = TrainingRecipe(epochs: 8, optimizer: optimizer, learningRate: rate, momentum: 0.5, batchSize: 16)
        let losses = try trained(recipe).losses
        #expect((losses.last ?? 9) < 0.5 * (losses.first ?? 0))
    }

    @Test func dependsOnTheSeedAlone() throws {
        let recipe = TrainingRecipe(epochs: 2, batchSize: 16)
        let first = try trained(recipe).after
        #expect(try trained(recipe).after == first)
        #expect(try trained(recipe, seed: 8).after != first)
    }

    @Test func changesEveryLayerWithWeights() throws {
        let (before, after, _) = try trained(TrainingRecipe(epochs: 1, weightDecay: 0, batchSize: 16))
        for (old, new) in zip(before.layers, after.layers) {
            for (one, other) in zip(old, new) { #expect(one != other) }
        }
    }

    @Test func leavesFrozenLayersAlone() throws {
        let architecture = try ResidualNetwork.make(size: 8, blocks: 1, filters: 4, classes: 3)
        let cut = try architecture.cut(after: "s1b0_out")
        let frozen = Set(architecture.layers(upTo: cut))
        let (before, after, _) = try trained(TrainingRecipe(epochs: 2, batchSize: 16), frozen: frozen)
        for index in before.layers.indices {
            let isFixed = frozen.contains(index) || before.layers[index].isEmpty
            #expect((before.layers[index] == after.layers[index]) == isFixed)
        }
    }

    @Test func movesStatisticsByTheCappedMomentum() throws {
        let norm = NamedLayer(name: "n", kind: "", layer: BatchNorm(features: 2, momentum: 0.99))
        let dense = NamedLayer(name: "d", kind: "", layer: Dense(inputs: 2, units: 2))
        let architecture = try Architecture(name: "n", inputShape: [2], [norm, dense])
        let network = try Network(architecture, weights: try architecture.freshWeights(Seed(1)))
        let x = TensorValues(shape: [4, 2], floats: [1, 10, 2, 20, 3, 30, 6, 40])
        let recipe = TrainingRecipe(epochs: 1, batchSize: 4)
        try Training.run(network, records: RecordBatches(x), labels: [0, 1, 0, 1], recipe: recipe, seed: Seed(1))
        let moved = try network.weights().layers[1]
        // 0.9·0 + 0.1·mean and 0.9·1 + 0.1·variance (n − 1) of {1, 2, 3, 6} and {10, 20, 30, 40}.
        let means: [Float] = [0.3, 2.5]
        let variances: [Float] = [0.9 + 0.466_667, 0.9 + 16.666_667]
        for (found, expected) in zip(moved[2].floats + moved[3].floats, means + variances) {
            #expect(abs(found - expected) < 1e-4)
        }
    }
}
