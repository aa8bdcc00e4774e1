import Tensors

extension Network {
    /// The gradients of each record's softmax cross-entropy by the trained parameters.
    ///
    /// - Parameters:
    ///   - x: the batch (N, …); the answers are logits.
    ///   - labels: class indices (N).
    ///   - parameters: those to derive by; they ask for gradients.
    ///   - pass: inference or training.
    ///   - isTogether: whether all records go through the network at once (see `recordsTogether`).
    /// - Returns: (N, P), all parameters side by side.
    /// - Throws: `TensorError`.
    func recordGradients(
        _ x: Tensor,
        labels: [Int],
        by parameters: [Tensor],
        _ pass: Pass,
        isTogether: Bool
    ) throws(TensorError) -> Tensor {
        if isTogether, let rows = try recordedGradients(x, labels: labels, by: parameters, pass) { return rows }
        var rows: [Tensor] = []
        for (row, label) in labels.enumerated() {
            let logits = try forward(x.slice(axis: 0, row..<row + 1), pass)
            try logits.crossEntropy(labels: Tensor([label], device: device)).backward()
            var parts: [Tensor] = []
            for parameter in parameters {
                // Nothing may depend on it, as on a layer behind a ReLU that is never on.
                let own = parameter.gradient
                let gradient = if let own { own } else { try Tensor.zeros(parameter.shape, device: device) }
                parts.append(try gradient.reshaped([1, -1]))
                parameter.clearGradient()
            }
            rows.append(try Tensor.concatenated(parts, axis: 1))
        }
        return try Tensor.concatenated(rows, axis: 0)
    }

    /// Whether batches of this network give the gradients of each record, or whether its records have to go alone.
    ///
    /// Asked of two batches of different lengths: a tensor whose first axis is as long as the batch by chance, such as
    /// the steps of sequences, is not so in both.
    ///
    /// - Parameters:
    ///   - records: two records or more (N, …), with the architecture's input shape.
    ///   - parameters: those to derive by; they ask for gradients.
    ///   - pass: inference or training.
    /// - Throws: `TensorError`.
    func recordsTogether(
        _ records: TensorValues,
        by parameters: [Tensor],
        _ pass: Pass
    ) throws(TensorError) -> Bool {
        for rows in [[0, 1], [0, 1, 0]] {
            let x = try Tensor(records.rows(rows), device: device)
            guard try recordedGradients(x, labels: rows.map { _ in 0 }, by: parameters, pass) != nil else {
                return false
            }
        }
        return true
    }

    private func recordedGradients(
        _ x: Tensor,
        labels: [Int],
        by parameters: [Tensor],
        _ pass: Pass
    ) throws(TensorError) -> Tensor? {
        try RecordedGradients.rows(by: parameters, records: labels.count) { () throws(TensorError) -> Tensor in
            // The engine's loss is the mean over the records.
            try forward(x, pass).crossEntropy(labels: Tensor(labels, device: device)).multiplying(Double(labels.count))
        }
    }
}
