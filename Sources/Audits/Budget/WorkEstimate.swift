import AuditCore
import Dispatch
import Networks
import ShadowModels
import Tensors

/// How long the parts of an audit take on this machine, from one short trial of the whole network.
struct WorkEstimate {
    /// Seconds of one thread per training step of one record, while every thread is busy: threads share caches, memory
    /// and often a core.
    private let secondsPerStep: Double
    private let records: Workload.Records

    /// Batches of the trial; the first warms up.
    private static let trials = 5

    init(_ session: Session, _ materials: Materials) throws {
        let count = min(128, materials.shadowTrain.count)
        let rows = Array(0..<count)
        let source = materials.source
        let batches = try materials.records(materials.shadowTrain).picking(rows).cachedWhenSmall()
        let labels = rows.map { materials.shadowTrain.labels[$0] }
        let recipe = TrainingRecipe(
            epochs: 1,
            learningRate: 0,
            momentum: 0,
            weightDecay: 0,
            batchSize: max(1, count),
            precision: session.manifest.adversary.worldTraining.precision
        )
        let threads = session.device == .cpu ? session.threads : 1
        let times = try Workers.map(Array(0..<threads), threads: threads) { _ in
            let network = try Network(source.architecture, weights: source.weights, device: session.device)
            return try (0..<Self.trials).map { _ in
                let start = DispatchTime.now().uptimeNanoseconds
                try Training.run(
                    network,
                    records: batches,
                    labels: labels,
                    recipe: recipe,
                    seed: session.seed,
                    cancellation: session.cancellation
                )
                return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
            }.min() ?? 0
        }
        secondsPerStep = (times.max() ?? 0) / Double(max(1, count))
        records = materials.workRecords(AttributeQuestion.worlds(session.manifest, materials))
    }

    /// The work of what a manifest asks for, with the shadow models that the data allow.
    func workload(_ manifest: AuditManifest, _ plans: [ShadowPlan]) -> Workload {
        Workload(manifest, plans: plans, records: records)
    }

    /// The work of a depth curve; see `DepthWork`.
    func depth(recipes: [Approach: TrainingRecipe]?, _ plans: [ShadowPlan], shares: [Double]) -> DepthWork {
        DepthWork(recipes: recipes, plans: plans, shares: shares, records: records)
    }

    /// Core-seconds of some work.
    func coreSeconds(_ steps: Double) -> Double { steps * secondsPerStep }
}

extension Materials {
    /// How many records there are to work on.
    fileprivate func workRecords(_ worlds: WorldDraws?) -> Workload.Records {
        Workload.Records(
            audited: auditedCount,
            shadow: shadowTrain.count + shadowTest.count,
            target: targetTrain?.count ?? 0,
            student: studentSize,
            world: worlds?.size ?? 0,
            probes: worlds?.probes.count ?? 0
        )
    }
}
