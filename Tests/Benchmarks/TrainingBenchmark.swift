import Audits
import Datasets
import KerasModels
import Networks
import Tensors

/// Training of a whole network on one worker, as the `baseline` and `fine-tuning` approaches do it.
struct TrainingBenchmark {
    private let architecture: Architecture
    private let records: RecordBatches
    private let labels: [Int]

    /// Takes the first records of the shadow training set.
    init(_ path: String, data: String) throws {
        architecture = try KerasModel.read(path).architecture.answeringLogits().architecture
        let set = try Dataset.open(
            DatasetDescription(path: data, x: "/shadowTrain/x", y: "/shadowTrain/y", rows: .range(0..<1280)),
            role: "shadowTrain"
        )
        records = try RecordBatches(set, Preprocessing()).cachedWhenSmall()
        labels = set.labels
    }

    /// Prints records per second in the better of two epochs, after one to warm up.
    func print() throws {
        Engine.setThreads(1)
        let network = try Network(architecture, weights: architecture.freshWeights(Seed(1)))
        let seconds = try (0..<3).map { turn in
            try timed {
                let recipe = TrainingRecipe(epochs: 1, learningRate: 0.01)
                try Training.run(network, records: records, labels: labels, recipe: recipe, seed: Seed(UInt64(turn)))
            }.seconds
        }
        Swift.print("records \(records.count)\nseconds \(seconds.dropFirst().min() ?? 0)")
    }
}
