import Tensors
import Testing

@testable import Networks

/// Training with products in bfloat16: another way to nearly the same network, with weights and answers in float32.
@Suite struct PrecisionTests {
    /// Images whose class stands in the brightness of a quarter, and noise.
    private func images(_ count: Int) throws -> (TensorValues, [Int]) {
        let noise = try TensorGenerator(Seed(2)).normal(deviation: 1, shape: [count, 8, 8, 3]).values()
        let labels = (0..<count).map { $0 % 4 }
        let floats = noise.floats.enumerated().map { place, value in
            let (row, pixel) = (place / 192, place % 192 / 3)
            return value + ((pixel / 32) * 2 + pixel % 8 / 4 == labels[row] ? 1 : 0)
        }
        return (TensorValues(shape: noise.shape, floats: floats), labels)
    }

    private func network(filters: Int = 16) throws -> Network {
        let architecture = try ResidualNetwork.make(size: 8, blocks: 1, filters: filters, classes: 4)
        return try Network(architecture, weights: architecture.freshWeights(Seed(1)))
    }

    private func trained(
        _ precision: Precision,
        filters: Int = 16,
        frozen: Set<Int> = [],
        epochs: Int = 8
    ) throws -> (network: Network, losses: [Double]) {
        let (x, y) = try images(96)
        let network = try network(filters: filters)
        var losses: [Double] = []
        try Training.run(
            network,
            records: RecordBatches(x),
            labels: y,
            recipe: TrainingRecipe(epochs: epochs, learningRate: 0.05, batchSize: 32, precision: precision),
            frozen: frozen,
            seed: Seed(3)
        ) { losses.append($1) }
        return (network, losses)
    }

    @Test func learnsAsWithAllDigits() throws {
        let (exact, mixed) = (try trained(.float32), try trained(.mixed))
        // Other figures: the products were others.
        #expect(exact.losses != mixed.losses)
        #expect(abs(exact.losses[0] - mixed.losses[0]) < 0.02 * exact.losses[0])
        #expect(exact.losses[7] < 0.4 * exact.losses[0])
        #expect(abs(exact.losses[7] - mixed.losses[7]) < 0.1 * exact.losses[0])
    }

    @Test func repeatsExactly() throws {
        #expect(try trained(.mixed).network.weights() == trained(.mixed).network.weights())
    }

    /// A layer's answer and its gradient are those of operands cut to 8 binary digits, summed with all, and cut again.
    @Test func productsLoseDigitsOnly() throws {
        let window = SlidingWindow([3, 3], strides: [1, 1], padding: .same)
        let layer = Convolution(inputs: 16, filters: 32, window: window, hasBias: false)
        let generator = TensorGenerator(Seed(7))
        let cut = { (tensor: Tensor) in try tensor.converted(to: .bfloat16).widened() }
        let x = try generator.normal(deviation: 1, shape: [4, 8, 8, 16])
        let weight = try generator.normal(deviation: 0.1, shape: [32, 16, 3, 3])
        let slope = try cut(generator.normal(deviation: 1, shape: [4, 8, 8, 32]))
        let run = { (x: Tensor, weight: Tensor, pass: Pass) in
            let weight = try Tensor(weight.values(), device: .cpu)
            try weight.setRequiresGradient(true)
            let y = try layer.forward([x], [weight], pass)
            try y.widened().multiplying(slope).sum(axes: [0, 1, 2, 3]).backward()
            return (y: try y.widened().floats(), gradient: try #require(weight.gradient).floats())
        }
        let mixed = try run(x, weight, .training(generator, isMixed: true))
        let exact = try run(cut(x), cut(weight), .inference)
        for (narrow, wide) in [(mixed.y, exact.y), (mixed.gradient, exact.gradient)] {
            let size = wide.map(abs).max() ?? 0
            #expect(zip(narrow, wide).allSatisfy { abs($0 - $1) <= abs($1) / 256 + size * 1e-5 })
            #expect(narrow.allSatisfy { $0.bitPattern & 0xFFFF == 0 })
        }
    }

    @Test func answersHaveAllDigits() throws {
        let network = try trained(.mixed, epochs: 1).network
        let (x, _) = try images(8)
        let answers = try network.forward(Tensor(x, device: .cpu)).floats()
        // A number of 8 binary digits has 16 zeros behind them.
        #expect(answers.contains { $0.bitPattern & 0xFFFF != 0 })
        #expect(try network.weights().layers.joined().flatMap(\.floats).contains { $0.bitPattern & 0xFFFF != 0 })
    }

    @Test func frozenLayersStay() throws {
        let before = try network().weights()
        let frozen = Set(0..<6)
        let after = try trained(.mixed, frozen: frozen, epochs: 1).network.weights()
        for layer in before.layers.indices where !before.layers[layer].isEmpty {
            #expect((before.layers[layer] == after.layers[layer]) == frozen.contains(layer))
        }
    }

    /// Convolutions of few channels gain nothing and stay as they are.
    @Test func narrowConvolutionsKeepAllDigits() throws {
        #expect(try trained(.float32, filters: 3, epochs: 1).losses == trained(.mixed, filters: 3, epochs: 1).losses)
        #expect(try !network(filters: 3).architecture.gainsFromBfloat16)
        #expect(try network().architecture.gainsFromBfloat16)
    }

    /// Clipping bounds are told exactly.
    @Test func privateTrainingKeepsAllDigits() throws {
        let (x, y) = try images(32)
        let weights = try [Precision.float32, .mixed].map { precision in
            let architecture = try network().architecture.withGroupNormalisation().architecture
            let network = try Network(architecture, weights: architecture.freshWeights(Seed(1)))
            var recipe = TrainingRecipe(epochs: 1, batchSize: 16, precision: precision)
            recipe.privacy = PrivacySettings(noiseMultiplier: 1)
            try Training.run(network, records: RecordBatches(x), labels: y, recipe: recipe, seed: Seed(5))
            return try network.weights()
        }
        #expect(weights[0] == weights[1])
    }

    @Test func automaticMeansWhatTheMachineHas() {
        #expect(Precision.automatic.resolved(on: .cpu) == (Engine.hasFastBfloat16 ? .mixed : .float32))
        #expect(Precision.automatic.resolved(on: .cuda) == .float32)
        #expect(Precision.mixed.resolved(on: .cpu) == .mixed)
    }
}
