import Foundation
import Testing

@testable import Networks
@testable import Tensors

/// DP-SGD: what was done is what an accountant is told.
@Suite struct PrivateTrainingTests {
    private let architecture: Architecture

    init() throws {
        architecture = try Architecture(
            name: "private",
            inputShape: [6],
            [
                NamedLayer(name: "a", kind: "Dense", layer: Dense(inputs: 6, units: 64, activation: .tanh)),
                NamedLayer(name: "b", kind: "Dense", layer: Dense(inputs: 64, units: 3)),
            ]
        )
    }

    /// Vectors whose class is the largest of the first three values.
    private func records(_ count: Int, seed: UInt64 = 2) throws -> (RecordBatches, [Int]) {
        let values = try TensorGenerator(Seed(seed)).normal(shape: [count, 6]).values()
        let labels = (0..<count).map { row in
            let own = Array(values.row(row).prefix(3))
            return own.firstIndex(of: own.max() ?? 0) ?? 0
        }
        return (RecordBatches(values), labels)
    }

    private func trained(
        _ recipe: TrainingRecipe,
        _ settings: PrivacySettings,
        count: Int,
        units: PrivacyUnits? = nil,
        frozen: Set<Int> = [],
        seed: UInt64 = 1,
        threads: Int = 1
    ) throws -> (before: Weights, after: Weights, trace: PrivateTrainingTrace) {
        let before = try architecture.freshWeights(Seed(3))
        let network = try Network(architecture, weights: before)
        let (x, y) = try records(count)
        let trace = try PrivateTraining.run(
            network,
            records: x,
            labels: y,
            units: units ?? .records(count),
            recipe: recipe,
            settings: settings,
            frozen: frozen,
            seed: Seed(seed),
            threads: threads
        )
        return (before, try network.weights(), trace)
    }

    /// With noise many times the gradients, what training does to the weights is the noise: its variance over P weights
    /// after T steps of plain SGD is T·(η·σ·C / B)². The quantiles of χ² are those at 1e-6 and 1 − 1e-6 in Wilson and
    /// Hilferty's approximation.
    @Test(arguments: [(40.0, 0.5), (300.0, 0.01)]) func noiseIsAsTold(_ sigma: Double, _ bound: Double) throws {
        let recipe = TrainingRecipe(epochs: 2, learningRate: 0.1, momentum: 0, weightDecay: 0, batchSize: 16)
        let run = try trained(
            recipe,
            PrivacySettings(noiseMultiplier: sigma, clippingBound: bound),
            count: 100
        )
        let pairs = zip(run.before.layers.joined(), run.after.layers.joined())
        let moves = pairs.flatMap { zip($0.floats, $1.floats).map { Double($1) - Double($0) } }
        let degrees = Double(moves.count)
        #expect(run.trace.parameterCount == moves.count)
        let each = 0.1 * sigma * bound / 16
        let square = moves.reduce(0) { $0 + $1 * $1 } / (13 * each * each)
        func quantile(_ z: Double) -> Double {
            let share = 2 / (9 * degrees)
            return degrees * pow(1 - share + z * share.squareRoot(), 3)
        }
        #expect(run.trace.steps == 13, "2·100 / 16 steps, rounded up")
        #expect(square > quantile(-4.7534) && square < quantile(4.7534))
        let measured = try #require(run.trace.measuredNoiseMultiplier)
        #expect(abs(measured / sigma - 1) < 4.7534 / (2 * 13 * degrees).squareRoot())
    }

    /// The number of steps is E·N / B; each takes Binomial(N, B / N) units.
    @Test func stepsAreAsTold() throws {
        let recipe = TrainingRecipe(epochs: 8, learningRate: 0.01, batchSize: 20)
        let run = try trained(recipe, PrivacySettings(noiseMultiplier: 1), count: 150)
        let trace = run.trace
        #expect(trace.steps == 60 && trace.sampling.steps == 60)
        #expect(trace.sampling.rate == 20.0 / 150)
        let total = Double(trace.sampledCounts.reduce(0, +))
        let draws = 60.0 * 150, rate = 20.0 / 150
        let deviation = (draws * rate * (1 - rate)).squareRoot()
        #expect(abs(total - draws * rate) < 4.7534 * deviation)
        // The sizes of batches vary as those of independent draws do.
        let mean = total / 60
        let variance = trace.sampledCounts.reduce(0) { $0 + pow(Double($1) - mean, 2) } / 59
        let expected = 150 * rate * (1 - rate)
        #expect(variance > 0.3 * expected && variance < 2 * expected)
        #expect(trace.largestClippedNorm <= 1 + 1e-5 && trace.largestClippedNorm > 0)
    }

    /// Each unit on its own: as often as any other, and not together with its neighbour.
    @Test func drawsUnitsIndependently() {
        let sampling = PoissonSampling(units: 40, batchSize: 10, epochs: 1000)
        var counts = Array(repeating: 0.0, count: 40)
        var pairs = 0.0
        for step in 0..<sampling.steps {
            let drawn = sampling.drawn(step: step, seed: Seed(5))
            for unit in drawn { counts[unit] += 1 }
            pairs += Double(zip(drawn, drawn.dropFirst()).count { $0 + 1 == $1 })
        }
        let steps = Double(sampling.steps)
        #expect(sampling.steps == 4000)
        for count in counts { #expect(abs(count - steps / 4) < 5 * (steps * 3 / 16).squareRoot()) }
        #expect(abs(pairs - 39 * steps / 16) < 6 * (39 * steps / 16).squareRoot())
        #expect(PoissonSampling(units: 10, batchSize: 64, epochs: 3).steps == 3)
        #expect(PoissonSampling(units: 10, batchSize: 64, epochs: 3).rate == 1)
        #expect(PoissonSampling(units: 60000, batchSize: 256, epochs: 60).steps == 14063)
    }

    @Test func emptyDrawsAddNoise() throws {
        let recipe = TrainingRecipe(epochs: 20, learningRate: 0.1, momentum: 0, weightDecay: 0, batchSize: 1)
        let run = try trained(recipe, PrivacySettings(noiseMultiplier: 1), count: 4)
        #expect(run.trace.steps == 80)
        #expect(run.trace.sampledCounts.contains(0))
        let measured = try #require(run.trace.measuredNoiseMultiplier)
        let draws = Double(80 * run.trace.parameterCount)
        #expect(abs(measured - 1) < 4.7534 / (2 * draws).squareRoot())
    }

    @Test func learnsWithLittleNoise() throws {
        let recipe = TrainingRecipe(epochs: 12, learningRate: 1, momentum: 0.5, weightDecay: 0, batchSize: 32)
        let run = try trained(recipe, PrivacySettings(noiseMultiplier: 0.3), count: 400)
        let (x, y) = try records(300, seed: 99)
        let logits = try Network(architecture, weights: run.after).outputs(x)
        let right = y.indices.count { row in
            let own = Array(logits.row(row))
            return own.firstIndex(of: own.max() ?? 0) == y[row]
        }
        #expect(Double(right) / 300 > 0.8)
    }

    @Test func dependsOnTheSeedAlone() throws {
        let recipe = TrainingRecipe(epochs: 2, optimizer: .adam, learningRate: 0.01, batchSize: 50, schedule: .cosine)
        let settings = PrivacySettings(noiseMultiplier: 0.5)
        let one = try trained(recipe, settings, count: 120)
        let two = try trained(recipe, settings, count: 120, threads: 2)
        #expect(one.after == two.after && one.trace == two.trace)
        #expect(try trained(recipe, settings, count: 120, seed: 2).after != one.after)
    }

    @Test func leavesFrozenLayersAlone() throws {
        let recipe = TrainingRecipe(epochs: 1, batchSize: 10)
        let run = try trained(recipe, PrivacySettings(noiseMultiplier: 1), count: 30, frozen: [1])
        #expect(run.before.layers[1] == run.after.layers[1])
        #expect(run.before.layers[2] != run.after.layers[2])
        #expect(run.trace.parameterCount == 64 * 3 + 3)
    }

    /// A person's step is bounded as a whole, whatever the number of its records.
    @Test func personsAreUnits() throws {
        let persons = (0..<90).map { $0 < 40 ? "one" : "p\($0 % 7)" }
        let units = PrivacyUnits.persons(persons)
        #expect(units.count == 8 && units.rows[0] == Array(0..<40))
        let recipe = TrainingRecipe(epochs: 6, learningRate: 0.01, batchSize: 4)
        let settings = PrivacySettings(noiseMultiplier: 1, clippingBound: 0.2, mostRecordsPerPerson: 5)
        let trace = try trained(recipe, settings, count: 90, units: units).trace
        #expect(trace.steps == 12 && trace.sampling.rate == 0.5)
        #expect(trace.mostRowsOfUnit == 5)
        #expect(trace.largestClippedNorm <= 0.2 * (1 + 1e-5))
        var generator = Seed(1).generator
        var seen: Set<Int> = []
        for _ in 0..<200 { seen.formUnion(units.drawn([0], most: 5, generator: &generator)[0]) }
        #expect(seen == Set(0..<40), "every record gets its turn")
    }

    /// A recipe that protects persons takes them from the records, through all picking and joining.
    @Test func aRecipeKnowsPersonsByTheirRecords() throws {
        let (x, y) = try records(60)
        let persons = (0..<60).map { "p\($0 % 9)" }
        let settings = PrivacySettings(noiseMultiplier: 0.5, mostRecordsPerPerson: 3, protectsPersons: true)
        let recipe = TrainingRecipe(epochs: 3, learningRate: 0.01, batchSize: 3, privacy: settings)
        let known = RecordBatches(try x.values(Array(0..<60)), persons: persons)
        let halves = known.picking(Array(0..<30)).appending(known.picking(Array(30..<60)))
        for records in [known, halves, try halves.cachedWhenSmall()] {
            #expect(records.persons == persons)
            let network = try Network(architecture, weights: architecture.freshWeights(Seed(3)))
            try Training.run(network, records: records, labels: y, recipe: recipe, seed: Seed(1))
            let run = try trained(recipe, settings, count: 60, units: .persons(persons))
            #expect(try network.weights() == run.after)
        }
        #expect(known.picking([3, 12]).persons == ["p3", "p3"])
        #expect(known.appending(x).persons == nil)
        // Taken for single records, persons would be protected less than was asked for.
        #expect {
            try Training.run(
                Network(architecture, weights: architecture.freshWeights(Seed(3))),
                records: x,
                labels: y,
                recipe: recipe,
                seed: Seed(1)
            )
        } throws: {
            ($0 as? NetworkError)?.code == .privacySettings
        }
    }

    @Test func refusesWhatMeansNothing() throws {
        let recipe = TrainingRecipe(epochs: 1, batchSize: 10)
        let wrong = [
            PrivacySettings(noiseMultiplier: -1), PrivacySettings(noiseMultiplier: .nan),
            PrivacySettings(noiseMultiplier: 1, clippingBound: 0),
            PrivacySettings(noiseMultiplier: 1, mostRecordsPerPerson: 0),
        ]
        for settings in wrong {
            #expect { try trained(recipe, settings, count: 20) } throws: {
                ($0 as? NetworkError)?.code == .privacySettings
            }
        }
    }

    @Test func canBeCancelled() throws {
        let network = try Network(architecture, weights: architecture.freshWeights(Seed(3)))
        let (x, y) = try records(40)
        let cancellation = Cancellation()
        var steps = 0
        #expect {
            try PrivateTraining.run(
                network,
                records: x,
                labels: y,
                units: .records(40),
                recipe: TrainingRecipe(epochs: 5, batchSize: 4),
                settings: PrivacySettings(noiseMultiplier: 1),
                seed: Seed(1),
                cancellation: cancellation
            ) { step, _ in
                steps = step
                if step == 3 { cancellation.cancel() }
            }
        } throws: {
            ($0 as? NetworkError)?.code == .cancelled
        }
        #expect(steps == 3)
    }
}
