import Foundation
import Networks
import Tensors
import Testing

/// Measured on demand: LAYERAUDIT_BENCH=1 swift test --filter SpeedTests.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LAYERAUDIT_BENCH"] != nil), .serialized)
struct SpeedTests {
    @Test func residualNetwork() throws {
        Engine.setThreads(1)
        let architecture = try ResidualNetwork.make(size: 32, blocks: 3, filters: 16)
        let weights = try architecture.freshWeights(Seed(1))
        let generator = TensorGenerator(Seed(2))
        let x = try generator.uniform(shape: [128, 32, 32, 3])
        let folded = architecture.folded(weights)
        let network = try Network(architecture, weights: weights)
        let fast = try Network(folded.architecture, weights: folded.weights)
        func rate(_ name: String, _ body: () throws -> Void) throws {
            try body()
            let clock = ContinuousClock()
            var time = Duration.seconds(1000)
            for _ in 0..<10 { time = min(time, try clock.measure { for _ in 0..<5 { try body() } }) }
            print("\(name): \(Int(640 / (time / .seconds(1)))) records/s")
        }
        try rate("inference") { try Engine.withoutGradients { _ = try network.forward(x).floats() } }
        try rate("inference, folded") { try Engine.withoutGradients { _ = try fast.forward(x).floats() } }
        let recipe = TrainingRecipe(epochs: 1, batchSize: 128)
        let records = RecordBatches(try x.values())
        try rate("training step") {
            try Training.run(
                network,
                records: records,
                labels: (0..<128).map { $0 % 10 },
                recipe: recipe,
                seed: Seed(3)
            )
        }
    }
}
