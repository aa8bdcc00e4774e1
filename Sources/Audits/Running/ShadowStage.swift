import AuditCore
import Networks
import Networks
import ShadowModels

/// Trains the shadow models of every approach.
struct ShadowStage: Sendable {
    /// All farms: one per approach, size and repeat.
    let farms: [TrainedFarm]
    /// Models that were trained on some of the audited records, by approach, where an attack asks for them.
    let online: [OnlineFarm]
    /// The shadow models as the report describes them.
    let sheets: [ShadowSheet]
    /// The trainer, which knows the shadow records.
    let trainer: ShadowTrainer

    /// Trains what the plans ask for.
    static func run(_ session: Session, _ materials: Materials, _ plans: [ShadowPlan]) throws -> ShadowStage {
        let trainer = ShadowTrainer(
            source: materials.source,
            train: (materials.records(materials.shadowTrain), materials.shadowTrain.labels),
            test: (materials.records(materials.shadowTest), materials.shadowTest.labels),
            audited: (
                materials.records(materials.members).appending(materials.records(materials.nonMembers)),
                materials.members.labels + materials.nonMembers.labels
            ),
            store: session.store,
            seed: session.seed,
            device: session.device,
            threads: session.threads,
            cancellation: session.cancellation
        )
        let asked = AuditAttacks.asked(session.manifest).filter { $0.calibration == .perRecord }
        let references = ReferencePlan(temperature: session.manifest.adversary.scoring.temperature)
        var farms: [TrainedFarm] = []
        var online: [OnlineFarm] = []
        var sheets: [ShadowSheet] = []
        for plan in plans {
            // The black-box target attack builds its shadow target models on the baseline ones (appendix A, TL1), and
            // some attacks read more off them than answers.
            let keepsWeights =
                plan.approach == .baseline
                && (session.manifest.target != nil || !ObservationStage.asked(session.manifest).isEmpty)
            let trained = try session.stage("Training shadow models (\(plan.approach.rawValue))") { done in
                try trainer.train(
                    plan,
                    keepsWeights: keepsWeights,
                    references: asked.isEmpty ? nil : references,
                    checkpoints: plan.approach == .baseline
                        ? ObservationStage.checkpoints(session.manifest, epochs: plan.recipe.epochs) : nil,
                    done: done
                )
            }
            if plan.hasOnlineReferences(audited: materials.auditedCount),
                asked.contains(where: { $0.knowledge.contains(.queriedRecords) })
            {
                let farm = try session.stage("Training reference models (\(plan.approach.rawValue))") { done in
                    try trainer.online(plan, references: references, done: done)
                }
                online.append(OnlineFarm(approach: plan.approach, size: plan.sizes.last ?? 0, farm))
            }
            farms += trained
            let network = materials.source.trained(plan.approach)
            for size in plan.sizes {
                sheets.append(sheet(plan, size, trained.filter { $0.farm.size == size }, of: network))
            }
        }
        return ShadowStage(farms: farms, online: online, sheets: sheets, trainer: trainer)
    }

    private static func sheet(
        _ plan: ShadowPlan,
        _ size: Int,
        _ farms: [TrainedFarm],
        of trained: Architecture
    ) -> ShadowSheet {
        let models = farms.flatMap(\.farm.models)
        let count = Double(max(1, models.count))
        return ShadowSheet(
            approach: plan.approach,
            shadowSize: size,
            models: plan.models,
            repeats: plan.repeats,
            training: plan.recipe.words(for: trained),
            trainAccuracy: models.reduce(0) { $0 + $1.members.accuracy } / count,
            testAccuracy: models.reduce(0) { $0 + $1.nonMembers.accuracy } / count,
            coreSeconds: farms.reduce(0) { $0 + $1.farm.coreSeconds },
            reused: farms.reduce(0) { $0 + $1.farm.reused }
        )
    }
}
