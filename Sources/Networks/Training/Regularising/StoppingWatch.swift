import Tensors

/// Watches the loss of records that are held back from a training run, and keeps the weights of its best epoch.
struct StoppingWatch {
    private let stopping: EarlyStopping?
    private let records: RecordBatches
    private let labels: [Int]
    private let rows: HeldBack
    private var best: (loss: Double, weights: Weights)?
    private var epochsSince = 0

    /// Nothing is held back without `stopping`.
    ///
    /// - Throws: what reading records throws.
    init(_ stopping: EarlyStopping?, records: RecordBatches, labels: [Int], seed: Seed) throws {
        self.stopping = stopping
        self.records = records
        self.labels = labels
        rows = try stopping.map { try HeldBack(records, share: $0.share, seed: seed) } ?? HeldBack(all: records.count)
    }

    /// Rows that are trained on.
    var trained: [Int] { rows.trained }

    /// Looks at the network after an epoch; whether that was the last one.
    ///
    /// - Throws: what reading records throws, or an engine failure.
    mutating func ends(after network: Network) throws -> Bool {
        guard let stopping, !rows.held.isEmpty else { return false }
        let loss = try self.loss(network)
        if let best, !(loss < best.loss) {
            epochsSince += 1
            return epochsSince >= stopping.patience
        }
        best = (loss, try network.weights())
        epochsSince = 0
        return false
    }

    /// Puts the weights of the best epoch back.
    func restore(_ network: Network) throws { if let best { try network.assign(best.weights) } }

    /// Mean loss of the records held back, at inference.
    private func loss(_ network: Network) throws -> Double {
        let logits = try network.outputs(records.picking(rows.held))
        return try Engine.withoutGradients { () throws(TensorError) in
            try Tensor(logits, device: network.device)
                .crossEntropy(labels: Tensor(rows.held.map { labels[$0] }, device: network.device)).scalar()
        }
    }
}
