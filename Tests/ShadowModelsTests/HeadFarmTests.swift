import Networks
import Tensors
import Testing

@testable import ShadowModels

/// Heads trained together, against heads trained one by one.
struct HeadFarmTests {
    private let features: TensorValues
    private let labels: [Int]

    init() throws {
        let (records, labels) = try Small.records(90, seed: 5)
        features = try records.values(Array(0..<90))
        self.labels = labels
    }

    private func head(_ activation: ActivationFunction, dropout: Double = 0) throws -> Architecture {
        try Architecture(
            name: "head",
            inputShape: [6],
            [
                Small.named("hidden", Dense(inputs: 6, units: 9, activation: activation)),
                Small.named("drop", Dropout(rate: dropout)),
                Small.named("answer", Dense(inputs: 9, units: Small.classes)),
            ]
        )
    }

    private func jobs(_ sizes: [Int], everybodyAsked: Bool = false) -> [HeadFarm.Job] {
        sizes.enumerated().map { index, size in
            var draw = Seed(6).derived("job", index).generator
            let rows = Array(draw.permutation(90).prefix(size))
            return HeadFarm.Job(
                trainRows: rows,
                labels: rows.map { labels[$0] },
                queryRows: Array((0..<90).filter { everybodyAsked || $0 % (index + 1) == 0 }),
                seed: Seed(7).derived("head", index)
            )
        }
    }

    private func farm(
        _ head: Architecture,
        _ recipe: TrainingRecipe,
        threads: Int = 1,
        cancellation: Cancellation = Cancellation()
    ) -> HeadFarm {
        HeadFarm(head, recipe: recipe, device: .cpu, threads: threads, cancellation: cancellation)
    }

    /// Where the records fill whole batches, both ways take the same steps in the same order.
    @Test(arguments: [TrainingRecipe.Optimizer.sgd, .adam, .adamW])
    func batchedEqualsOneByOne(optimizer: TrainingRecipe.Optimizer) throws {
        let recipe = Small.recipe(epochs: 12, optimizer: optimizer, rate: optimizer == .sgd ? 0.05 : 0.005)
        let batched = farm(try head(.relu), recipe)
        let single = farm(try head(Small.unstackable), recipe)
        #expect(batched.isBatched && !single.isBatched)
        let jobs = jobs([24, 40, 24, 8])
        let together = try batched.train(features: features, jobs: jobs)
        let apart = try single.train(features: features, jobs: jobs)
        for (index, pair) in zip(together, apart).enumerated() {
            #expect(pair.0.logits.shape == pair.1.logits.shape)
            #expect(pair.0.logits.rows == jobs[index].queryRows.count)
            let difference = zip(pair.0.logits.floats, pair.1.logits.floats).map { abs($0 - $1) }.max() ?? 1
            #expect(difference < 1e-4, "head \(index)")
        }
    }

    /// With partial batches the steps differ (equal batches against a small last one), not what is learned.
    @Test func partialBatchesAgreeStatistically() throws {
        let recipe = Small.recipe(epochs: 20)
        let jobs = jobs(Array(repeating: 29, count: 20))
        func accuracy(_ head: Architecture) throws -> Double {
            let results = try farm(head, recipe).train(features: features, jobs: jobs)
            let all = zip(results, jobs).map { result, job in
                let labels = job.queryRows.map { self.labels[$0] }
                return Answers(logits: result.logits.floats, classes: Small.classes, labels: labels).accuracy
            }
            return all.reduce(0, +) / Double(all.count)
        }
        let (batched, single) = (try accuracy(head(.relu)), try accuracy(head(Small.unstackable)))
        #expect(batched > 0.7 && abs(batched - single) < 0.03)
    }

    @Test(arguments: [0, 0.3])
    func doNotDependOnCompanyOrThreads(dropout: Double) throws {
        let head = try head(.relu, dropout: dropout)
        let jobs = jobs(Array(repeating: 20, count: 30) + [10, 20, 10])
        let all = try farm(head, Small.recipe()).train(features: features, jobs: jobs).map(\.logits)
        #expect(try farm(head, Small.recipe(), threads: 2).train(features: features, jobs: jobs).map(\.logits) == all)
        for index in [0, 7, 26, 30, 32] {
            let alone = try farm(head, Small.recipe()).train(features: features, jobs: [jobs[index]])
            #expect(alone[0].logits == all[index], "head \(index)")
        }
        #expect(Set(all).count == jobs.count)
    }

    @Test func stacksHoldEqualSizes() {
        let jobs = jobs(Array(repeating: 20, count: 30) + [10, 20, 10], everybodyAsked: true)
        let stacks = HeadFarm.stacks(jobs)
        #expect(stacks.flatMap(\.self).sorted() == Array(0..<33))
        #expect(stacks.map(\.count) == [25, 6, 2])
        for stack in stacks { #expect(Set(stack.map { jobs[$0].trainRows.count }).count == 1) }
        // Who is asked for less computes less.
        let various = self.jobs([20, 20, 20, 10])
        #expect(HeadFarm.stacks(various + various) == [[0, 4], [1, 5], [2, 6], [3, 7]])
    }

    @Test func whichHeadsFormAStack() throws {
        #expect(DenseChain(try head(.relu, dropout: 0.5))?.shape.dropout == [0.5, 0])
        #expect(!farm(try head(.relu), Small.recipe(optimizer: .rmsProp)).isBatched)
        func chain(_ layers: [any Layer]) throws -> DenseChain? {
            let named = layers.enumerated().map { Small.named("layer_\($0)", $1) }
            return DenseChain(try Architecture(name: "head", inputShape: [6], named))
        }
        let (wide, answer) = (Dense(inputs: 6, units: 6), Dense(inputs: 6, units: 3))
        #expect(try chain([Dropout(rate: 0.5), answer]) == nil)
        #expect(try chain([Dropout(rate: 0), answer])?.shape.sizes == [6, 3])
        #expect(try chain([wide, Dropout(rate: 0.5), Dropout(rate: 0), answer])?.shape.dropout == [0.5, 0])
        #expect(try chain([wide, Dropout(rate: 0.5), ActivationLayer(.relu), answer]) == nil)
        #expect(try chain([wide, ActivationLayer(.relu), answer])?.shape.activations == [.relu, .linear])
        #expect(try chain([Dense(inputs: 6, units: 3, hasBias: false)]) == nil)
        #expect(try chain([wide, Dense(inputs: 6, units: 3, activation: .tanh)]) == nil)
        #expect(try chain([wide, GaussianNoise(deviation: 0.1), answer]) == nil)
        let layers = [
            Small.named("input", InputLayer(shape: [6])), Small.named("twice", wide), Small.named("answer", answer),
        ]
        let nodes = [(0, []), (1, [0]), (1, [1]), (2, [2])].map { layer, inputs in
            Architecture.Node(layer: layer, inputs: inputs, shape: [layer == 2 ? 3 : 6])
        }
        #expect(DenseChain(Architecture(name: "shared", layers: layers, nodes: nodes, output: 3)) == nil)
    }

    @Test func failures() throws {
        let jobs = jobs([24])
        for activation in [ActivationFunction.relu, Small.unstackable] {
            let wild = farm(try head(activation), Small.recipe(epochs: 40, rate: 1e6))
            #expect { try wild.train(features: features, jobs: jobs) } throws: {
                ($0 as? NetworkError)?.code == .diverged
            }
            let cancellation = Cancellation()
            cancellation.cancel()
            let stopped = farm(try head(activation), Small.recipe(), cancellation: cancellation)
            #expect { try stopped.train(features: features, jobs: jobs) } throws: {
                ($0 as? NetworkError)?.code == .cancelled
            }
        }
    }
}
