import Tensors

/// Trains a network with differential privacy: DP-SGD (Abadi et al. 2016, algorithm 1).
///
/// Each of T = ⌈E·N / B⌉ steps takes each unit with probability q = B / N, clips what the unit adds to the gradient to
/// the norm C, adds noise N(0, σ²C²·I) to the sum and divides by B. Momentum, weight decay and the schedule see nothing
/// but the noisy gradient: they are post-processing.
public enum PrivateTraining {
    /// Runs a recipe.
    ///
    /// The guarantee needs the seed to stay secret, and noise from the system: who knows or finds a seed can take the noise
    /// off again.
    ///
    /// - Parameters:
    ///   - network: answers logits (N, K); changed in place.
    ///   - records: training records.
    ///   - labels: class indices.
    ///   - units: what is protected as one; `batchSize` and `epochs` of the recipe count units.
    ///   - recipe: epochs, optimiser, units per step on average.
    ///   - settings: noise and clipping.
    ///   - frozen: layers (by index) that stay as they are and run as at inference.
    ///   - seed: decides who is drawn, dropout and, unless it has a source of its own, noise.
    ///   - noise: where the noise comes from; the seed when nil.
    ///   - threads: micro-batches computed at once; no result depends on it.
    ///   - cancellation: checked before each step.
    ///   - stepDone: called after each step with its number (from 1) and T; no loss, which would not be private.
    /// - Returns: what was done.
    /// - Throws: `NetworkError.privacySettings`, `.mixesRecords`, `.nothingTrained`, `.diverged`, `.cancelled`, or what
    ///   reading a batch throws.
    @discardableResult
    public static func run(
        _ network: Network,
        records: RecordBatches,
        labels: [Int],
        units: PrivacyUnits,
        recipe: TrainingRecipe,
        settings: PrivacySettings,
        frozen: Set<Int> = [],
        seed: Seed,
        noise: NoiseSource? = nil,
        threads: Int = 1,
        cancellation: Cancellation = Cancellation(),
        stepDone: (Int, Int) throws -> Void = { _, _ in }
    ) throws -> PrivateTrainingTrace {
        try settings.check()
        guard units.count > 0, recipe.batchSize > 0 else {
            throw PrivacySettings.wrong("\(units.count) units in steps of \(recipe.batchSize)", "Give at least one.")
        }
        let sampling = PoissonSampling(units: units.count, batchSize: recipe.batchSize, epochs: recipe.epochs)
        let clipping = try GradientClipping(
            network.architecture,
            weights: network.weights(),
            records: records,
            frozen: frozen,
            bound: settings.clippingBound,
            threads: threads,
            device: network.device
        )
        let parameters = network.trainable(frozen: frozen)
        let optimizer = try OptimizerState(recipe, parameters: parameters)
        let source = noise ?? .seed(seed)
        let noise = GradientNoise(settings, parameters: clipping.parameterCount)
        let most = units.arePersons ? settings.mostRecordsPerPerson : 1
        var trace = PrivateTrainingTrace(
            settings: settings,
            sampling: sampling,
            parameterCount: clipping.parameterCount
        )
        for step in 0..<sampling.steps {
            try cancellation.check()
            let drawn = sampling.drawn(step: step, seed: seed)
            var order = seed.derived("rows", step).generator
            let rows = units.drawn(drawn, most: most, generator: &order)
            let gradients = try clipping(
                weights: network.weights(),
                records: records,
                labels: labels,
                units: rows,
                seed: seed.derived("step", step)
            )
            let added = try noise.drawn(source.derived("noise", step))
            let mean = zip(gradients.sum, added).map { ($0 + $1) / Float(sampling.expectedCount) }
            try optimizer.step(
                rate: recipe.rate(at: Double(step) / Double(sampling.steps)),
                along: split(mean, like: parameters)
            )
            trace.count(gradients, units: rows, noise: added)
            try stepDone(step + 1, sampling.steps)
        }
        let isFinite = try network.weights().layers.allSatisfy { $0.allSatisfy { $0.floats.allSatisfy(\.isFinite) } }
        guard isFinite else { throw NetworkError.gradientDiverged }
        return trace
    }

    /// A vector over all parameters cut into tensors of their shapes.
    private static func split(_ values: [Float], like parameters: [Tensor]) throws(TensorError) -> [Tensor] {
        var result: [Tensor] = []
        var start = 0
        for parameter in parameters {
            let own = Array(values[start..<start + parameter.count])
            result.append(try Tensor(own, shape: parameter.shape, device: parameter.device))
            start += parameter.count
        }
        return result
    }
}
