import Tensors

/// Trains a network of any shape by gradients: softmax cross-entropy of its logits.
public enum Training {
    /// Runs a recipe.
    ///
    /// - Parameters:
    ///   - network: answers logits (N, K); changed in place.
    ///   - records: N training records.
    ///   - labels: class indices.
    ///   - recipe: epochs, optimiser, batches, regularisation.
    ///   - frozen: layers (by index) that stay as they are; their batch normalisation uses moving statistics.
    ///   - seed: decides order, dropout, and what regularisation draws.
    ///   - noise: where private training's noise comes from; the seed when nil.
    ///   - threads: micro-batches of private training computed at once; no result depends on it.
    ///   - cancellation: checked before each batch.
    ///   - epochDone: called after each epoch with its number (from 1) and mean loss; private training tells no loss.
    /// - Throws: `NetworkError.diverged`, what private training throws, `NetworkError.noReference`, `.cancelled`, or what
    ///   reading a batch throws.
    public static func run(
        _ network: Network,
        records: RecordBatches,
        labels: [Int],
        recipe: TrainingRecipe,
        frozen: Set<Int> = [],
        seed: Seed,
        noise: NoiseSource? = nil,
        threads: Int = 1,
        cancellation: Cancellation = Cancellation(),
        epochDone: (Int, Double) throws -> Void = { _, _ in }
    ) throws {
        if let settings = recipe.privacy {
            var epoch = 0
            try PrivateTraining.run(
                network,
                records: records,
                labels: labels,
                units: settings.units(records),
                recipe: recipe,
                settings: settings,
                frozen: frozen,
                seed: seed,
                noise: noise,
                threads: threads,
                cancellation: cancellation
            ) { step, steps in
                while epoch < step * recipe.epochs / steps {
                    epoch += 1
                    try epochDone(epoch, .nan)
                }
            }
            return
        }
        try recipe.reference?.check()
        if let reference = recipe.reference, case .distillation(let temperature, let share) = reference.use {
            return try distil(
                network,
                records: records,
                labels: labels,
                recipe: recipe,
                distillation: Distillation(reference: reference.reference, temperature: temperature, share: share),
                frozen: frozen,
                seed: seed,
                cancellation: cancellation,
                epochDone: epochDone
            )
        }
        try fit(
            network,
            to: loss(network, records: records, labels: labels, recipe: recipe, frozen: frozen, seed: seed),
            records: records,
            labels: labels,
            recipe: recipe,
            frozen: frozen,
            seed: seed,
            cancellation: cancellation,
            epochDone: epochDone
        )
    }

    /// Makes a loss small, as long and with the optimiser that a recipe says.
    ///
    /// - Parameters:
    ///   - loss: of rows of the records.
    ///   - records: what is trained on; some are held back where the recipe ends early.
    static func fit(
        _ network: Network,
        to loss: any TrainingLoss,
        records: RecordBatches,
        labels: [Int],
        recipe: TrainingRecipe,
        frozen: Set<Int>,
        seed: Seed,
        cancellation: Cancellation,
        epochDone: (Int, Double) throws -> Void
    ) throws {
        let parameters = network.trainable(frozen: frozen)
        for parameter in parameters { try parameter.setRequiresGradient(true) }
        defer { for parameter in parameters { try? parameter.setRequiresGradient(false) } }
        let optimizer = try OptimizerState(recipe, parameters: parameters)
        var watch = try StoppingWatch(recipe.regularisation.earlyStopping, records: records, labels: labels, seed: seed)
        let trained = watch.trained
        let batches = (trained.count + recipe.batchSize - 1) / recipe.batchSize
        for epoch in 0..<recipe.epochs {
            var order = seed.derived("order", epoch).generator
            let rows = order.permutation(trained.count)
            var total = 0.0
            for batch in 0..<batches {
                try cancellation.check()
                let places = rows[batch * recipe.batchSize..<min(rows.count, (batch + 1) * recipe.batchSize)]
                let value = try loss(places.map { trained[$0] }, at: (epoch, batch))
                try value.backward()
                let done = Double(epoch * batches + batch) / Double(recipe.epochs * batches)
                try optimizer.step(rate: recipe.rate(at: done))
                total += try value.scalar()
            }
            guard total.isFinite else {
                throw NetworkError(
                    .diverged,
                    "training diverged in epoch \(epoch + 1): the loss is not a number",
                    remedy: "Lower learningRate in the manifest's training, or add weightDecay."
                )
            }
            try epochDone(epoch + 1, total / Double(max(1, batches)))
            if try watch.ends(after: network) { break }
        }
        try watch.restore(network)
    }
}
