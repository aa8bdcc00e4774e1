import KerasModels
import Networks
import ShadowModels
import Tensors

/// Answers of a whole model for one batch, as `predict` computes them.
struct ForwardBenchmark {
    private let outputs: ParallelOutputs
    private let records: RecordBatches
    private let runs: Int

    /// Reads a model and draws a batch.
    init(_ path: String, batch: Int, threads: Int, runs: Int) throws {
        let model = try KerasModel.read(path)
        outputs = ParallelOutputs(
            model.architecture,
            weights: model.weights,
            device: .cpu,
            threads: threads,
            cancellation: Cancellation()
        )
        let generator = TensorGenerator(Seed(1))
        records = RecordBatches(try generator.uniform(low: 0, high: 255, shape: [batch] + model.inputShape).values())
        self.runs = runs
    }

    /// Prints the best of several runs, after one to warm up.
    func print() throws {
        let seconds = try (0...runs).map { _ in try timed { try outputs(records) }.seconds }
        Swift.print("seconds \(seconds.dropFirst().min() ?? 0)")
    }
}
