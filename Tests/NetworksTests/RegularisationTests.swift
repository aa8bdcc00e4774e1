import Tensors
import Testing

@testable import Networks

/// What training does so that a network fits its records less closely.
@Suite struct RegularisationTests {
    /// Records whose class stands in their first value, and noise.
    private func records(_ count: Int, noise: Double = 0.1, copies: Int = 1) throws -> (TensorValues, [Int]) {
        let values = try TensorGenerator(Seed(4)).normal(deviation: noise, shape: [count, 6]).values()
        let labels = (0..<count).map { $0 % 2 }
        let floats = values.floats.enumerated().map { $1 + ($0 % 6 == 0 ? Float(2 * labels[$0 / 6] - 1) : 0) }
        let rows = (0..<count).flatMap { Array(repeating: $0, count: copies) }
        return (TensorValues(shape: values.shape, floats: floats).rows(rows), rows.map { labels[$0] })
    }

    private func network() throws -> Network {
        let architecture = try Architecture(
            name: "small",
            inputShape: [6],
            [
                NamedLayer(name: "a", kind: "Dense", layer: Dense(inputs: 6, units: 32, activation: .relu)),
                NamedLayer(name: "b", kind: "Dense", layer: Dense(inputs: 32, units: 2)),
            ]
        )
        return try Network(architecture, weights: architecture.freshWeights(Seed(1)))
    }

    private func trained(_ regularisation: Regularisation) throws -> Network {
        let (x, y) = try records(64)
        let network = try network()
        let recipe = TrainingRecipe(
            epochs: 150,
            optimizer: .adam,
            learningRate: 0.01,
            weightDecay: 0,
            batchSize: 16,
            regularisation: regularisation
        )
        try Training.run(network, records: RecordBatches(x), labels: y, recipe: recipe, seed: Seed(3))
        return network
    }

    /// Mean confidence in the second class for records that are so much of the second class and the rest of the first.
    private func confidence(_ network: Network, share: Float) throws -> Double {
        let (x, _) = try records(64)
        let floats = stride(from: 0, to: 64, by: 2).flatMap { row in
            zip(x.row(row), x.row(row + 1)).map { (1 - share) * $0 + share * $1 }
        }
        let answers = try network.forward(Tensor(floats, shape: [32, 6], device: .cpu)).softmax(axis: 1).floats()
        return (0..<32).reduce(0) { $0 + Double(answers[$1 * 2 + 1]) } / 32
    }

    /// The best answer to smoothed targets is the target: 1 − s + s / K.
    @Test func smoothedTargetsAreWhatIsLearned() throws {
        #expect(try confidence(trained(.none), share: 1) > 0.99)
        #expect(abs(try confidence(trained(Regularisation(labelSmoothing: 0.4)), share: 1) - 0.8) < 0.02)
    }

    /// Between two records a network that was trained on mixed ones answers in proportion (Zhang et al. 2018, section 2);
    /// one that was not decides.
    @Test func betweenRecordsAnswersAreMixedLikeTheirTargets() throws {
        let (mixed, plain) = (try trained(Regularisation(mixup: 1)), try trained(.none))
        for share in [Float(0.25), 0.75] {
            #expect(abs(try confidence(mixed, share: share) - Double(share)) < 0.1)
            #expect(abs(try confidence(plain, share: share) - Double(share)) > 0.15)
        }
    }

    /// Moments of Beta(α, α): mean 1/2, variance 1 / (4 (2α + 1)).
    @Test(arguments: [0.2, 0.4, 1.0])
    func weightsOfMixingAreOfTheBetaDistribution(_ alpha: Double) {
        var generator = Seed(9).generator
        let count = 20_000
        let draws = (0..<count).map { _ in Mixing(alpha: alpha).weight(&generator) }
        let mean = draws.reduce(0, +) / Double(count)
        let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
        let expected = 1 / (4 * (2 * alpha + 1))
        #expect(abs(mean - 0.5) < 5 * (expected / Double(count)).squareRoot())
        #expect(abs(variance - expected) < 0.03 * expected)
    }

    @Test func changedImagesAreShiftsAndMirrorImages() throws {
        let images = try TensorGenerator(Seed(2)).normal(shape: [40, 8, 9, 2]).values()
        let shape = try #require(ImageShape([8, 9, 2]))
        var generator = Seed(5).generator
        let varied = Augmentation(pixels: 1, isMirrored: true).varied(images, &generator)
        #expect(varied.shape == images.shape)
        let moves = [false, true].flatMap { isFlipped in
            (-1...1).flatMap { down in
                (-1...1).map { ImageMove(isFlipped: isFlipped, down: down, right: $0) }
            }
        }
        var seen: Set<ImageMove> = []
        for row in 0..<40 {
            let move = moves.first { move in
                var written = [Float](repeating: 0, count: 144)
                written.withUnsafeMutableBufferPointer { move.write(images.row(row), shape, into: $0) }
                return varied.row(row).elementsEqual(written)
            }
            seen.insert(try #require(move))
        }
        #expect(seen.count > 9)
        let flat = TensorValues(shape: [40, 144], floats: images.floats)
        #expect(Augmentation().varied(flat, &generator) == flat)
    }

    @Test func copiesAreHeldBackTogether() throws {
        let (x, _) = try records(30, copies: 4)
        let rows = try HeldBack(RecordBatches(x), share: 0.2, seed: Seed(1))
        #expect(rows.held.count == 24)
        #expect((rows.held + rows.trained).sorted() == Array(0..<120))
        #expect(Set(rows.held.map { $0 / 4 }).isDisjoint(with: rows.trained.map { $0 / 4 }))
    }

    @Test func recordsThatAreAllTheSameCannotBeHeldBack() throws {
        let (x, _) = try records(1, copies: 5)
        #expect(try HeldBack(RecordBatches(x), share: 0.5, seed: Seed(1)).held.isEmpty)
    }

    /// Labels without a pattern can only be learned by heart, which held-back records tell; each record stands there ten
    /// times.
    @Test func endsWhereNothingMoreIsLearned() throws {
        let (x, _) = try records(40, noise: 1, copies: 10)
        var generator = Seed(6).generator
        let labels = (0..<40).map { _ in Int.random(in: 0..<2, using: &generator) }.flatMap {
            Array(repeating: $0, count: 10)
        }
        let stopping = EarlyStopping(share: 0.25, patience: 4)
        let recipe = TrainingRecipe(
            epochs: 200,
            optimizer: .adam,
            learningRate: 0.01,
            weightDecay: 0,
            batchSize: 32,
            regularisation: Regularisation(earlyStopping: stopping)
        )
        let held = try HeldBack(RecordBatches(x), share: 0.25, seed: Seed(8)).held
        let network = try network()
        func loss() throws -> Double {
            let logits = try network.forward(Tensor(x.rows(held), device: .cpu))
            return try logits.crossEntropy(labels: Tensor(held.map { labels[$0] }, device: .cpu)).scalar()
        }
        var losses: [Double] = []
        try Training.run(network, records: RecordBatches(x), labels: labels, recipe: recipe, seed: Seed(8)) { _, _ in
            losses.append(try loss())
        }
        let least = try #require(losses.min())
        #expect(losses.count < 100)
        #expect(losses.count == (losses.firstIndex(of: least) ?? 0) + 1 + stopping.patience)
        #expect(abs(try loss() - least) < 1e-6)
    }
}
