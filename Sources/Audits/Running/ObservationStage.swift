import AuditCore
import Networks
import ShadowModels

/// Reads off the source model and off shadow models what some attacks take beyond answers.
struct ObservationStage: Sendable {
    /// What was read, by kind.
    let observed: [Observation: ObservedModels]
    /// Processor time spent, in core-seconds, by kind.
    let coreSeconds: [Observation: Double]
    /// Records per training set of the shadow models.
    let size: Int
    /// Shadow models there are to observe, of which some kinds take fewer.
    let models: Int

    /// What reads each kind.
    private static func observer(_ kind: Observation) -> any ModelObserver.Type {
        switch kind {
        case .layers: LayerObserver.self
        case .gradients, .checkpoints: GradientObserver.self
        case .influence: InfluenceObserver.self
        case .noise: NoiseObserver.self
        case .augmentation: AugmentationObserver.self
        case .boundary: BoundaryObserver.self
        }
    }

    /// What reads one kind as the manifest says.
    private static func observer(_ kind: Observation, _ trainer: ShadowTrainer, _ manifest: AuditManifest)
        -> any ModelObserver
    {
        let scoring = manifest.adversary.scoring
        let recipe = manifest.adversary.settings(.freezing)?.training ?? TrainingRecipe()
        return switch kind {
        case .noise: NoiseObserver(trainer, queries: scoring.noiseQueries, precision: recipe.precision)
        case .boundary: BoundaryObserver(trainer, queries: scoring.boundaryQueries, precision: recipe.precision)
        case .layers, .gradients, .checkpoints, .influence, .augmentation: observer(kind).init(trainer, recipe: recipe)
        }
    }

    /// How much work it is to read one kind off the source model and shadow models, in training steps of one record.
    static func steps(_ kind: Observation, _ manifest: AuditManifest, models: Int, _ records: Workload.Records)
        -> Double
    {
        let scoring = manifest.adversary.scoring
        let labels: Int? =
            switch kind {
            case .noise: scoring.noiseQueries
            case .boundary: scoring.boundaryQueries
            case .augmentation: AugmentationObserver.queries
            case .layers, .gradients, .checkpoints, .influence: nil
            }
        let states = kind == .checkpoints ? checkpointCount(manifest) + 1 : 1
        let extent = observer(kind).extent
        let beside = min(records.shadow, extent.strangers + extent.known)
        let shadow = min(records.shadow, 2 * extent.records)
        let read = records.audited + beside + min(models, extent.models) * (shadow + beside)
        return Double(read * states) * Workload.steps(labels: labels)
    }

    /// The kinds that the attacks a manifest asks for take, as far as it gives what to read them off.
    static func asked(_ manifest: AuditManifest) -> [Observation] {
        let asked = Set(AuditAttacks.asked(manifest).compactMap(\.observation))
        return Observation.allCases.filter { kind in
            asked.contains(kind) && (kind != .checkpoints || checkpointCount(manifest) > 0)
        }
    }

    /// At which points of their training shadow models are looked at; nil where no attack asks for it.
    ///
    /// - Parameter epochs: of their training.
    static func checkpoints(_ manifest: AuditManifest, epochs: Int) -> CheckpointPlan? {
        guard let source = manifest.source, asked(manifest).contains(.checkpoints) else { return nil }
        return CheckpointPlan(
            epochs: source.checkpointEpochs(of: epochs),
            models: observer(.checkpoints).extent.models
        )
    }

    private static func checkpointCount(_ manifest: AuditManifest) -> Int { manifest.source?.checkpoints.count ?? 0 }

    /// Observes the source model and the shadow models that were trained from scratch.
    ///
    /// - Parameter checkpoints: earlier states of the source model.
    static func run(_ session: Session, _ shadows: ShadowStage, checkpoints: [Weights]) throws -> ObservationStage {
        let farms = shadows.farms.filter { $0.farm.approach == .baseline && $0.farm.repeatIndex == 0 }
        let largest = farms.max { $0.farm.size < $1.farm.size }
        let count = largest.map { min($0.weights.count, $0.draws.count) } ?? 0
        guard let farm = largest, count >= ObservedModels.fewestModels else {
            return ObservationStage(observed: [:], coreSeconds: [:], size: 0, models: count)
        }
        var observed: [Observation: ObservedModels] = [:]
        var coreSeconds: [Observation: Double] = [:]
        let shape = shadows.trainer.records.recordShape
        for kind in asked(session.manifest) where observer(kind).canRead(shape) {
            let watch = Stopwatch()
            let models = Array(zip(farm.weights, farm.draws).prefix(observer(kind).extent.models))
            observed[kind] = try session.stage("Reading \(kind.rawValue) of models") { done in
                let round = ObservationRound(
                    shadows.trainer,
                    observer: observer(kind, shadows.trainer, session.manifest)
                )
                let share = 1 / Double(models.count + 1)
                let readsCheckpoints = kind == .checkpoints
                let source = try round.source(checkpoints: readsCheckpoints ? checkpoints : [])
                done(share)
                let read = try models.enumerated().map { index, model in
                    try session.cancellation.check()
                    let result = try round.shadow(
                        model.0,
                        model.1,
                        index: index,
                        checkpoints: readsCheckpoints ? farm.checkpoints[index] : []
                    )
                    done(share)
                    return result
                }
                return ObservedModels(queries: source, shadows: read)
            }
            coreSeconds[kind] = watch.seconds * Double(session.threads)
        }
        return ObservationStage(observed: observed, coreSeconds: coreSeconds, size: farm.farm.size, models: count)
    }

    /// Shadow models that plans will leave to observe.
    static func models(of plans: [ShadowPlan]) -> Int { plans.first { $0.approach == .baseline }?.models ?? 0 }

    /// What a manifest asks for and has no shadow models to learn from, or no records of the kind it takes.
    ///
    /// - Parameters:
    ///   - recordShape: of one record.
    ///   - models: shadow models there are to observe, or will be.
    static func skips(_ manifest: AuditManifest, recordShape: [Int], models: Int) -> [Skip] {
        return AuditAttacks.asked(manifest).compactMap { attack in
            guard let kind = attack.observation else { return nil }
            guard kind != .checkpoints || checkpointCount(manifest) > 0 else {
                return Skip(
                    id: attack.id,
                    reason: Phrase(key: "skip.no-checkpoints"),
                    remedy: Phrase(key: "skip.no-checkpoints-remedy")
                )
            }
            guard observer(kind).canRead(recordShape) else {
                return Skip(
                    id: attack.id,
                    reason: Phrase(key: "skip.no-images"),
                    remedy: Phrase(key: "skip.no-images-remedy")
                )
            }
            guard models < ObservedModels.fewestModels else { return nil }
            return Skip(
                id: attack.id,
                reason: Phrase(key: "skip.few-observed", ["fewest": .whole(ObservedModels.fewestModels)]),
                remedy: Phrase(key: "skip.few-observed-remedy", ["fewest": .whole(ObservedModels.fewestModels)])
            )
        }
    }
}
