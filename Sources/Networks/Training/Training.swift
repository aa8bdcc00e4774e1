import Tensors

/// Trains a network of any shape by gradients: softmax cross-entropy of its logits.
public enum Training {
    /// Runs a recipe.
    ///
    /// - Parameters:
    ///   - network: answers logits (N, K); changed in place.
    ///   - records: N training records.
    ///   - labels: class indices.
    ///   - recipe: epochs, optimiser, batches.
    ///   - frozen: layers (by index) that stay as they are; their batch normalisation uses moving statistics.
    ///   - seed: decides order and dropout.
    ///   - cancellation: checked before each batch.
    ///   - epochDone: called after each epoch with its number (from 1) and mean loss.
    /// - Throws: `NetworkError.diverged`, `NetworkError.cancelled`, or what reading a batch throws.
    public static func run(
        _ network: Network,
        records: RecordBatches,
        labels: [Int],
        recipe: TrainingRecipe,
        frozen: Set<Int> = [],
        seed: Seed,
        cancellation: Cancellation = Cancellation(),
        epochDone: (Int, Double) throws -> Void = { _, _ in }
    ) throws {
        let parameters = network.trainable(frozen: frozen)
        for parameter in parameters { try parameter.setRequiresGradient(true) }
        defer { for parameter in parameters { try? parameter.setRequiresGradient(false) } }
        let optimizer = try OptimizerState(recipe, parameters: parameters)
        let generator = TensorGenerator(seed.derived("dropout"))
        let batches = (records.count + recipe.batchSize - 1) / recipe.batchSize
        for epoch in 0..<recipe.epochs {
            var order = seed.derived("order", epoch).generator
            let rows = order.permutation(records.count)
            var total = 0.0
            for batch in 0..<batches {
                try cancellation.check()
                let picked = Array(rows[batch * recipe.batchSize..<min(rows.count, (batch + 1) * recipe.batchSize)])
                let x = try Tensor(records.values(picked), device: network.device)
                let y = try Tensor(picked.map { labels[$0] }, device: network.device)
                let loss = try network.forward(x, .training(generator, frozen: frozen)).crossEntropy(labels: y)
                try loss.backward()
                let done = Double(epoch * batches + batch) / Double(recipe.epochs * batches)
                try optimizer.step(rate: recipe.rate(at: done))
                total += try loss.scalar()
            }
            guard total.isFinite else {
                throw NetworkError(
                    .diverged,
                    "training diverged in epoch \(epoch + 1): the loss is not a number",
                    remedy: "Lower learningRate in the manifest's training, or add weightDecay."
                )
            }
            try epochDone(epoch + 1, total / Double(max(1, batches)))
        }
    }
}
