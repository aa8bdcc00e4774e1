import Testing

@testable import Networks
@testable import Tensors

/// What a unit can add to a step, over random networks.
@Suite struct ClippingTests {
    private let examples = RecordGradientCase.recordable + RecordGradientCase.apart

    private struct Run {
        let clipping: GradientClipping
        let weights: Weights
        let records: RecordBatches
        let labels: [Int]

        func callAsFunction(_ units: [[Int]]) throws -> ClippedGradients {
            try clipping(weights: weights, records: records, labels: labels, units: units, seed: Seed(8))
        }
    }

    private func run(_ example: RecordGradientCase, count: Int, seed: UInt64, bound: Double, threads: Int = 1) throws
        -> Run
    {
        let architecture = try example.architecture()
        let weights = try architecture.freshWeights(Seed(seed))
        let records = RecordBatches(try example.records(count, seed: seed + 1))
        let labels = (0..<count).map { $0 % RecordGradientCase.classes }
        let clipping = try GradientClipping(
            architecture,
            weights: weights,
            records: records,
            bound: bound,
            threads: threads
        )
        return Run(clipping: clipping, weights: weights, records: records, labels: labels)
    }

    private func norm(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 }.squareRoot() }

    /// Each unit adds at most C, whoever else is there: removing one changes the sum by at most C.
    @Test(arguments: [0.01, 0.3, 5]) func boundsHold(_ bound: Double) throws {
        for (number, example) in examples.enumerated() {
            for turn in 0..<2 {
                let run = try run(example, count: 9, seed: UInt64(10 * number + turn), bound: bound)
                let units = turn == 0 ? (0..<9).map { [$0] } : [[0, 4], [1], [2, 3, 5], [6], [8, 7]]
                let whole = try run(units)
                #expect(whole.norms.count == units.count)
                #expect(whole.largestClippedNorm <= bound * (1 + 1e-5))
                for unit in units.indices {
                    let alone = try run([units[unit]]).sum.map(Double.init)
                    #expect(norm(alone) <= bound * (1 + 1e-5), "\(example.name)")
                    var others = units
                    others.remove(at: unit)
                    let rest = try run(others).sum
                    let change = zip(whole.sum, rest).map { Double($0) - Double($1) }
                    // The sums are rounded where their values are of many times the bound.
                    #expect(norm(change) <= bound * (1 + 1e-5), "\(example.name)")
                }
            }
        }
    }

    /// Σ g_u·min(1, C / ‖g_u‖) with the gradients of one record at a time.
    @Test func sumsWhatIsClipped() throws {
        let units = [[0], [3, 1], [2], [5, 6, 4]]
        for example in examples {
            let bound = 0.7
            let run = try run(example, count: 7, seed: 3, bound: bound)
            let found = try run(units)
            let reference = try OneByOneGradients(
                example.architecture(),
                run.weights,
                run.records.values(Array(0..<7)),
                run.labels
            )
            var expected = Array(repeating: 0.0, count: found.sum.count)
            for (index, unit) in units.enumerated() {
                var own = Array(repeating: 0.0, count: expected.count)
                for row in unit { own = zip(own, reference.all(row)).map { $0 + $1 / Double(unit.count) } }
                #expect(abs(found.norms[index] - norm(own)) <= 1e-5 * norm(own))
                let factor = min(1, bound / norm(own))
                expected = zip(expected, own).map { $0 + $1 * factor }
            }
            let difference = norm(zip(found.sum, expected).map { Double($0) - $1 })
            #expect(difference <= 1e-5 * norm(expected), "\(example.name)")
        }
    }

    /// Several micro-batches, dropout among them.
    @Test func dependsOnNoThreads() throws {
        let example = RecordGradientCase(
            name: "random",
            inputShape: [9, 9, 2],
            layers: [
                Convolution(inputs: 2, filters: 6, window: SlidingWindow([3, 3])),
                GroupNorm(features: 6, groups: 2, axis: 3),
                ActivationLayer(.relu), Dropout(rate: 0.4),
            ]
        )
        let units = (0..<150).map { [$0] } + [Array(0..<40)]
        let one = try run(example, count: 150, seed: 4, bound: 0.5)(units)
        let two = try run(example, count: 150, seed: 4, bound: 0.5, threads: 2)(units)
        #expect(one == two)
        #expect(one.norms.count == 151)
        let other = try run(example, count: 150, seed: 4, bound: 0.5)
        let again = try other.clipping(
            weights: other.weights,
            records: other.records,
            labels: other.labels,
            units: units,
            seed: Seed(9)
        )
        #expect(again != one, "dropout follows the seed")
    }

    @Test func refusesWhatIsNotANumber() throws {
        let example = RecordGradientCase.recordable[0]
        let run = try run(example, count: 3, seed: 1, bound: 1)
        var spoiled = run.weights
        let shape = spoiled.layers[1][0].shape
        spoiled.layers[1][0] = TensorValues(shape: shape, floats: Array(repeating: .nan, count: shape.reduce(1, *)))
        #expect {
            try run.clipping(weights: spoiled, records: run.records, labels: run.labels, units: [[0]], seed: Seed(1))
        } throws: {
            ($0 as? NetworkError)?.code == .diverged
        }
    }

    @Test func cutsAtUnits() {
        let units = [[0, 1, 2], [3], Array(4..<50), [50], []]
        let batches = MicroBatch.cut(units, parameters: 10)
        #expect(batches.map(\.units) == [[[0, 1, 2], [3]], [Array(4..<50)], [[50]]])
        #expect(batches.map(\.index) == [0, 1, 2])
        // A gradient of 128 MiB leaves room for two.
        #expect(MicroBatch.cut((0..<5).map { [$0] }, parameters: 32 << 20).map(\.rows) == [[0, 1], [2, 3], [4]])
        #expect(MicroBatch.cut((0..<2).map { [$0] }, parameters: 1 << 40).count == 2)
    }
}
