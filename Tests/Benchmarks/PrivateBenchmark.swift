import Dispatch
import KerasModels
import Networks
import Tensors

/// Steps of private training of a whole network, group normalisations in place of batch normalisations.
struct PrivateBenchmark {
    private let network: Network
    private let records: RecordBatches
    private let labels: [Int]
    private let threads: Int

    /// Reads a model, draws weights anew and a batch of images.
    init(_ path: String, batch: Int, threads: Int) throws {
        let logits = try KerasModel.read(path).architecture.answeringLogits().architecture
        let architecture = logits.withGroupNormalisation().architecture
        network = try Network(architecture, weights: architecture.freshWeights(Seed(1)))
        let shape = [batch] + architecture.inputShape
        records = RecordBatches(try TensorGenerator(Seed(2)).uniform(shape: shape).values())
        labels = (0..<batch).map { $0 % architecture.outputShape[0] }
        self.threads = threads
    }

    /// Prints the best of several steps, each over the whole batch, after one to warm up.
    func print(steps: Int) throws {
        Engine.setThreads(1)
        var ends: [UInt64] = []
        let trace = try PrivateTraining.run(
            network,
            records: records,
            labels: labels,
            units: .records(records.count),
            recipe: TrainingRecipe(epochs: steps + 1, learningRate: 0.01, batchSize: records.count),
            settings: PrivacySettings(noiseMultiplier: 1),
            seed: Seed(3),
            threads: threads
        ) { _, _ in ends.append(DispatchTime.now().uptimeNanoseconds) }
        let seconds = zip(ends, ends.dropFirst()).map { Double($1 - $0) / 1e9 }
        Swift.print("parameters \(trace.parameterCount)\nseconds \(seconds.min() ?? 0)")
    }
}
