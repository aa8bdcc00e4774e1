import Tensors

extension Network {
    /// Outputs for many records, batch by batch, without gradients.
    ///
    /// - Parameters:
    ///   - records: N records.
    ///   - last: the node whose output is wanted; the answer when nil.
    ///   - batchSize: records per batch.
    /// - Returns: (N, …).
    /// - Throws: what reading a batch throws, or an engine failure.
    public func outputs(_ records: RecordBatches, upTo last: Int? = nil, batchSize: Int = 256) throws -> TensorValues {
        var parts: [TensorValues] = []
        for start in stride(from: 0, to: records.count, by: batchSize) {
            let values = try records.values(Array(start..<min(records.count, start + batchSize)))
            let answer = try Engine.withoutGradients { () throws(TensorError) -> TensorValues in
                try forward(Tensor(values, device: device), upTo: last).values()
            }
            parts.append(answer)
        }
        let shape = architecture.nodes[last ?? architecture.output].shape
        return parts.isEmpty ? TensorValues(shape: [0] + shape, floats: []) : .concatenated(parts)
    }
}
