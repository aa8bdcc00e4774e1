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

    /// Prints the seconds of the better of two epochs at each precision, in turn, after one to warm up.
    func print() throws {
        Engine.setThreads(1)
        let network = try Network(architecture, weights: architecture.freshWeights(Seed(1)))
        var seconds: [Precision: Double] = [:]
        for turn in 0..<3 {
            for precision in [Precision.float32, .mixed] {
                let recipe = TrainingRecipe(epochs: 1, learningRate: 0.01, precision: precision)
                let time = try timed {
                    try Training.run(
                        network,
                        records: records,
                        labels: labels,
                        recipe: recipe,
                        seed: Seed(UInt64(turn))
                    )
                }.seconds
                if turn > 0 { seconds[precision] = min(seconds[precision] ?? .infinity, time) }
            }
        }
        Swift.print("records \(records.count)\nseconds \(seconds[.float32] ?? 0)\nmixed \(seconds[.mixed] ?? 0)")
    }
}
