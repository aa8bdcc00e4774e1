import Networks
import ShadowModels
import Tensors
import Testing

/// Labels of disturbed records by products in bfloat16: nearly always the same, and of the records as they are always.
@Suite struct LabelPrecisionTests {
    private func trainer() throws -> ShadowTrainer {
        let window = SlidingWindow([3, 3], padding: .same)
        let architecture = try Architecture(
            name: "wide",
            inputShape: [8, 8, 1],
            [
                NamedLayer(
                    name: "first",
                    kind: "Conv2D",
                    layer: Convolution(inputs: 1, filters: 16, window: window, activation: .relu)
                ),
                NamedLayer(
                    name: "second",
                    kind: "Conv2D",
                    layer: Convolution(inputs: 16, filters: 16, window: window, activation: .relu)
                ),
                NamedLayer(name: "flat", kind: "Flatten", layer: Flatten()),
                NamedLayer(name: "answer", kind: "Dense", layer: Dense(inputs: 1024, units: 5)),
            ]
        )
        let weights = try architecture.freshWeights(Seed(1))
        let records = { (count: Int, seed: UInt64) in
            let values = try TensorGenerator(Seed(seed)).normal(shape: [count, 8, 8, 1]).values()
            let labels = (0..<count).map { $0 % 5 }
            return (records: RecordBatches(values), labels: labels)
        }
        return ShadowTrainer(
            source: try SourceModel(architecture, weights: weights, cut: architecture.cut(after: "flat")),
            train: try records(40, 2),
            test: try records(40, 3),
            audited: try records(200, 4),
            seed: Seed(5),
            device: .cpu,
            threads: 2,
            cancellation: Cancellation()
        )
    }

    private func read(_ make: (ShadowTrainer, Precision) -> any ModelObserver) throws -> [Observations] {
        let trainer = try trainer()
        return try [Precision.float32, .mixed].map { precision in
            try make(trainer, precision).observe(
                trainer.source.weights,
                rows: Array(80..<280),
                known: Array(0..<80),
                seed: Seed(6)
            )
        }
    }

    @Test func sharesOfRightLabels() throws {
        let observers: [(ShadowTrainer, Precision) -> any ModelObserver] = [
            { NoiseObserver($0, queries: 41, precision: $1) },
            { AugmentationObserver($0, recipe: TrainingRecipe(precision: $1)) },
        ]
        for make in observers {
            let read = try read(make)
            #expect(read[0].values[0] == read[1].values[0], "the records as they are")
            #expect(read[0].queries == read[1].queries)
            let (exact, mixed) = (read[0].values.dropFirst().joined(), read[1].values.dropFirst().joined())
            let difference = zip(exact, mixed).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(exact.count)
            #expect(difference > 0 && difference < 0.02)
        }
    }

    @Test func distancesToTheBoundary() throws {
        let read = try read { BoundaryObserver($0, queries: 80, precision: $1) }
        let (exact, mixed) = (read[0].values[0], read[1].values[0])
        #expect(zip(exact, mixed).allSatisfy { ($0 == 0) == ($1 == 0) }, "0 where the label is wrong")
        let size = exact.reduce(0, +)
        let difference = zip(exact, mixed).reduce(0) { $0 + abs($1.0 - $1.1) }
        #expect(difference > 0 && difference < 0.1 * size)
    }
}
