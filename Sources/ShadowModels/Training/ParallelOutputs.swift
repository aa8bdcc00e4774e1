import Networks
import Tensors

/// Outputs of one network for many records, the batches shared out among the workers.
///
/// Batches are cut the same way whatever the number of threads, so the outputs do not depend on it.
public struct ParallelOutputs: Sendable {
    private let architecture: Architecture
    private let weights: Weights
    private let device: Device
    private let threads: Int
    private let cancellation: Cancellation

    /// Records read at a time by one worker.
    public let batchSize: Int
    /// Records computed at a time: on the processor few enough that what one layer answers is still in cache when the next
    /// one reads it.
    let sliceSize: Int

    /// Most records read at a time; a multiple of all smaller numbers of records.
    static let largestBatch = 128
    /// From so many values in one layer's answer to one record, even a few records fill the caches.
    private static let largeAnswer = 1 << 18

    /// Prepares a network.
    public init(
        _ architecture: Architecture,
        weights: Weights,
        device: Device,
        threads: Int,
        cancellation: Cancellation
    ) {
        let folded = architecture.folded(weights)
        self.architecture = folded.architecture
        self.weights = folded.weights
        self.device = device
        self.threads = threads
        self.cancellation = cancellation
        // Of large answers a slice is a batch, so that a few records already keep every worker busy.
        let isLarge = architecture.nodes.contains { $0.shape.reduce(1, *) >= Self.largeAnswer }
        batchSize = isLarge && device == .cpu ? 8 : Self.largestBatch
        sliceSize = device == .cpu ? isLarge ? 8 : 32 : batchSize
    }

    /// The outputs of a node for all records: (N, …).
    ///
    /// - Parameters:
    ///   - records: read batch by batch, never all at once.
    ///   - node: whose output is wanted; the answer when nil.
    ///   - done: called with the number of records just finished, from any thread.
    /// - Throws: `NetworkError.cancelled`, what reading records throws, or an engine failure.
    public func callAsFunction(
        _ records: RecordBatches,
        node: Int? = nil,
        done: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws -> TensorValues {
        let node = node ?? architecture.output
        let parts = try batches(records, done) { network, _, values in try self.outputs(network, values, [node]) }
        let shape = architecture.nodes[node].shape
        guard !parts.isEmpty else { return TensorValues(shape: [0] + shape, floats: []) }
        return .concatenated(parts.flatMap(\.self))
    }

    /// The outputs of several nodes for all records from one pass, handed over batch by batch, so that memory stays bounded.
    ///
    /// - Parameters:
    ///   - records: read batch by batch, never all at once.
    ///   - nodes: whose outputs are wanted.
    ///   - take: called once per batch with its first record's place and one output (batch, …) per node, from any thread.
    ///   - done: called with the number of records just finished, from any thread.
    /// - Throws: what `take` throws, and what `callAsFunction` does.
    func stream(
        _ records: RecordBatches,
        nodes: [Int],
        take: @escaping @Sendable (_ start: Int, _ outputs: [TensorValues]) throws -> Void,
        done: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws {
        _ = try batches(records, done) { network, start, values in
            try take(start, self.outputs(network, values, nodes))
        }
    }

    /// Runs `body` once per batch, with a network of the worker's own.
    ///
    /// - Returns: one result per batch, in their order.
    private func batches<Result: Sendable>(
        _ records: RecordBatches,
        _ done: @escaping @Sendable (Int) -> Void,
        _ body: @escaping @Sendable (Network, _ start: Int, TensorValues) throws -> Result
    ) throws -> [Result] {
        let starts = Array(stride(from: 0, to: records.count, by: batchSize))
        let workers = max(1, min(device == .cpu ? threads : 1, starts.count))
        let parts = try Workers.map(Array(0..<workers), threads: workers) { worker in
            let network = try self.network()
            var results: [Result] = []
            for batch in stride(from: worker, to: starts.count, by: workers) {
                try self.cancellation.check()
                let rows = Array(starts[batch]..<min(records.count, starts[batch] + self.batchSize))
                results.append(try body(network, starts[batch], try records.values(rows)))
                done(rows.count)
            }
            return results
        }
        return starts.indices.map { parts[$0 % workers][$0 / workers] }
    }

    /// The network of one worker.
    func network() throws(NetworkError) -> Network { try Network(architecture, weights: weights, device: device) }

    /// One output per node.
    private func outputs(
        _ network: Network,
        _ values: TensorValues,
        _ nodes: [Int]
    ) throws(TensorError) -> [TensorValues] {
        var parts = nodes.map { _ in [TensorValues]() }
        for start in stride(from: 0, to: values.rows, by: sliceSize) {
            let slice = values.rows(Array(start..<min(values.rows, start + sliceSize)))
            let answers = try Engine.withoutGradients { () throws(TensorError) -> [TensorValues] in
                var answers: [TensorValues] = []
                for tensor in try network.outputs(Tensor(slice, device: device), at: nodes) {
                    answers.append(try tensor.values())
                }
                return answers
            }
            for (index, answer) in answers.enumerated() { parts[index].append(answer) }
        }
        return parts.map { .concatenated($0) }
    }
}
