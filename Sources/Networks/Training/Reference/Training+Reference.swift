import Tensors

extension Training {
    /// Runs a recipe whose network learns from a teacher: the teacher on the training records, then the network on reference
    /// records alone.
    ///
    /// - Parameter epochDone: called after each epoch of the network; not of the teacher.
    static func distil(
        _ network: Network,
        records: RecordBatches,
        labels: [Int],
        recipe: TrainingRecipe,
        distillation: Distillation,
        frozen: Set<Int>,
        seed: Seed,
        cancellation: Cancellation,
        epochDone: (Int, Double) throws -> Void
    ) throws {
        var own = recipe
        own.reference = nil
        let teacher = try Network(network.architecture, weights: network.weights(), device: network.device)
        try run(
            teacher,
            records: records,
            labels: labels,
            recipe: own,
            frozen: frozen,
            seed: seed.derived("teacher"),
            cancellation: cancellation
        )
        var lessons = try distillation.lessons(of: teacher)
        lessons.records = try lessons.records.cachedWhenSmall()
        let loss = try StudentLoss(
            TrainedNetwork(network, frozen: frozen, recipe: recipe, seed: seed),
            lessons,
            temperature: distillation.temperature
        )
        try fit(
            network,
            to: loss,
            records: lessons.records,
            labels: lessons.labels,
            recipe: own,
            frozen: frozen,
            seed: seed,
            cancellation: cancellation,
            epochDone: epochDone
        )
    }

    /// What a run makes small.
    static func loss(
        _ network: Network,
        records: RecordBatches,
        labels: [Int],
        recipe: TrainingRecipe,
        frozen: Set<Int>,
        seed: Seed
    ) throws -> any TrainingLoss {
        let trained = TrainedNetwork(network, frozen: frozen, recipe: recipe, seed: seed)
        var game: InferenceGame?
        switch recipe.reference?.use {
        case .alignment(let weight):
            guard let reference = recipe.reference?.reference else { break }
            return try AlignedLoss(trained, records: records, reference: reference, weight: weight)
        case .adversarial(let weight, let steps):
            guard let reference = recipe.reference?.reference else { break }
            game = try InferenceGame(
                network,
                records: records,
                labels: labels,
                reference: reference,
                weight: weight,
                steps: steps,
                batchSize: recipe.batchSize,
                seed: seed
            )
        case .distillation, nil: break
        }
        return BatchLoss(network: trained, records: records, labels: labels, game: game)
    }
}
