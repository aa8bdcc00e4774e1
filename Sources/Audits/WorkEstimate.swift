import Dispatch
import Networks
import ShadowModels
import Tensors

/// How long shadow models take on this machine, from one short trial of the whole network.
struct WorkEstimate {
    /// Seconds of one thread per record and training step of the whole network.
    private let secondsPerRecord: Double

    /// Batches of the trial; the first warms up.
    private static let trials = 3

    init(_ session: Session, _ materials: Materials) throws {
        let count = min(64, materials.shadowTrain.count)
        let rows = Array(0..<count)
        let source = materials.source
        let network = try Network(source.architecture, weights: source.weights, device: session.device)
        let records = try materials.records(materials.shadowTrain).picking(rows).cachedWhenSmall()
        let recipe = TrainingRecipe(epochs: 1, learningRate: 0, momentum: 0, weightDecay: 0, batchSize: count)
        var fastest = Double.infinity
        for _ in 0..<Self.trials {
            Engine.setThreads(1)
            let start = DispatchTime.now().uptimeNanoseconds
            try Training.run(
                network,
                records: records,
                labels: rows.map { materials.shadowTrain.labels[$0] },
                recipe: recipe,
                seed: session.seed,
                cancellation: session.cancellation
            )
            fastest = min(fastest, Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
        }
        secondsPerRecord = fastest / Double(max(1, count))
    }

    /// Core-seconds of one approach's shadow models.
    func coreSeconds(_ plan: ShadowPlan) -> Double {
        let records = plan.sizes.reduce(0) { $0 + Double($1 * plan.models * plan.repeats) }
        // Freezing sees each record once through the whole network; its heads are two orders of magnitude cheaper.
        let passes = plan.approach == .freezing ? 1.0 + 0.005 * Double(plan.recipe.epochs) : Double(plan.recipe.epochs)
        return records * passes * secondsPerRecord
    }
}
