import AuditCore
import ShadowModels
import Tensors

/// The shadow models of one row of a depth curve.
struct DepthShadow: Sendable {
    /// Where the source model is cut; nil for the baseline.
    let cut: DepthCut?
    let approach: Approach
    let farms: [ShadowFarm]
}

/// Trains the shadow models of a depth curve.
struct DepthShadows {
    private let session: Session
    private let materials: Materials
    private let cuts: [DepthCut]

    init(_ session: Session, _ materials: Materials, _ cuts: [DepthCut]) {
        self.session = session
        self.materials = materials
        self.cuts = cuts
    }

    /// The baseline's, once, then those of each cut and approach, the shallowest cut first.
    func farms(_ plans: [ShadowPlan], _ storage: DepthStorage) throws -> [DepthShadow] {
        var trainer = ShadowTrainer(
            source: materials.source,
            train: (materials.records(materials.shadowTrain), materials.shadowTrain.labels),
            test: (materials.records(materials.shadowTest), materials.shadowTest.labels),
            store: session.store,
            seed: session.seed,
            device: session.device,
            threads: session.threads,
            cancellation: session.cancellation
        )
        var baseline: [DepthShadow] = []
        var byCut = cuts.map { _ in [DepthShadow]() }
        for plan in plans {
            let name = "Training shadow models (\(plan.approach.rawValue))"
            guard plan.approach != .baseline else {
                let farms = try session.stage(name) { done in try trainer.train(plan, done: done) }
                baseline = [DepthShadow(cut: nil, approach: .baseline, farms: farms.map(\.farm))]
                continue
            }
            let features =
                plan.approach == .freezing
                ? try trainer.storedFeatures(plan, nodes: cuts.map(\.source.featureNode), in: storage.store) : nil
            trainer.features = features
            let farms = try session.stage(name) { done in try self.farms(trainer, plan, done) }
            features?.remove()
            for (index, own) in farms.enumerated() {
                byCut[index].append(DepthShadow(cut: cuts[index], approach: plan.approach, farms: own))
            }
        }
        return baseline + byCut.flatMap(\.self)
    }

    /// One plan at every cut; cuts are worked on side by side, since a cut may have fewer models than there are threads.
    private func farms(
        _ trainer: ShadowTrainer,
        _ plan: ShadowPlan,
        _ done: @escaping @Sendable (Double) -> Void
    ) throws -> [[ShadowFarm]] {
        let share = 1 / Double(cuts.count)
        let crew = DepthCrew(session, jobs: cuts.count)
        return try Workers.map(cuts, threads: crew.jobs) { cut in
            var own = trainer
            own.source = cut.source
            own.threads = crew.threadsEach
            return try own.train(plan) { done($0 * share) }.map(\.farm)
        }
    }
}
