import Networks
import Tensors

/// A model behind a service that answers labels, asked about many records on all threads.
struct LabelService: Sendable {
    /// Records that advance together; cut the same way whatever the number of threads.
    private static let partSize = 64

    private let trainer: ShadowTrainer
    private let outputs: ParallelOutputs
    private let precision: Precision

    /// Takes a model of the source model's architecture, and how it computes for disturbed records: whose label is another
    /// for a digit more or less stands at the boundary.
    init(_ trainer: ShadowTrainer, _ weights: Weights, precision: Precision) {
        self.trainer = trainer
        self.precision = precision
        outputs = ParallelOutputs(
            trainer.source.architecture,
            weights: weights,
            device: trainer.device,
            threads: trainer.threads,
            cancellation: trainer.cancellation
        )
    }

    /// Asks about records, part by part.
    ///
    /// - Parameters:
    ///   - rows: of which records, as the trainer counts them.
    ///   - body: gets the model, records (n, …) and their labels; gives one result for each.
    /// - Returns: the results in the order of `rows`, and how often the model was asked.
    /// - Throws: what `body`, reading records or the engine throws.
    func map<Result: Sendable>(
        _ rows: [Int],
        _ body: @escaping @Sendable (LabelQueries, TensorValues, [Int]) throws -> [Result]
    ) throws -> (results: [Result], queries: Int) {
        let starts = Array(stride(from: 0, to: rows.count, by: Self.partSize))
        let (trainer, outputs, precision) = (trainer, outputs, precision)
        let parts = try Workers.map(starts, threads: trainer.device == .cpu ? trainer.threads : 1) { start in
            let part = Array(rows[start..<min(rows.count, start + Self.partSize)])
            let queries = LabelQueries(
                try outputs.network(),
                recordShape: trainer.records.recordShape,
                sliceSize: outputs.sliceSize,
                precision: precision,
                cancellation: trainer.cancellation
            )
            let results = try body(queries, trainer.records.values(part), part.map { trainer.labels[$0] })
            return (results: results, queries: queries.count)
        }
        return (parts.flatMap(\.results), parts.reduce(0) { $0 + $1.queries })
    }
}
