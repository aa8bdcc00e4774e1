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

    /// Shadow models observed at most.
    private static let most = 8

    /// What reads each kind.
    private static func observer(_ kind: Observation) -> any ModelObserver.Type {
        switch kind {
        case .layers: LayerObserver.self
        case .gradients: GradientObserver.self
        case .influence: InfluenceObserver.self
        }
    }

    /// The kinds that the attacks a manifest asks for take.
    static func asked(_ manifest: AuditManifest) -> [Observation] {
        let asked = Set(AuditAttacks.asked(manifest).compactMap(\.observation))
        return Observation.allCases.filter(asked.contains)
    }

    /// Observes the source model and the shadow models that were trained from scratch.
    static func run(_ session: Session, _ shadows: ShadowStage) throws -> ObservationStage {
        let farms = shadows.farms.filter { $0.farm.approach == .baseline && $0.farm.repeatIndex == 0 }
        guard let farm = farms.max(by: { $0.farm.size < $1.farm.size }),
            min(farm.weights.count, farm.draws.count) >= ObservedModels.fewestModels
        else { return ObservationStage(observed: [:], coreSeconds: [:], size: 0) }
        var observed: [Observation: ObservedModels] = [:]
        var coreSeconds: [Observation: Double] = [:]
        let recipe = session.manifest.adversary.settings(.freezing)?.training ?? TrainingRecipe()
        let models = Array(zip(farm.weights, farm.draws).prefix(most))
        for kind in asked(session.manifest) {
            let watch = Stopwatch()
            observed[kind] = try session.stage("Reading \(kind.rawValue) of models") { done in
                let round = ObservationRound(shadows.trainer, observer: observer(kind), recipe: recipe)
                let share = 1 / Double(models.count + 1)
                let source = try round.source()
                done(share)
                let read = try models.enumerated().map { index, model in
                    try session.cancellation.check()
                    let result = try round.shadow(model.0, model.1, index: index)
                    done(share)
                    return result
                }
                return ObservedModels(queries: source, shadows: read)
            }
            coreSeconds[kind] = watch.seconds * Double(session.threads)
        }
        return ObservationStage(observed: observed, coreSeconds: coreSeconds, size: farm.farm.size)
    }

    /// What a manifest asks for and has no shadow models to learn from.
    static func skips(_ manifest: AuditManifest) -> [Skip] {
        let models = manifest.adversary.plans.first { $0.approach == .baseline }?.models ?? 0
        guard models < ObservedModels.fewestModels else { return [] }
        return AuditAttacks.asked(manifest).filter { $0.observation != nil }.map { attack in
            Skip(
                id: attack.id,
                reason: Phrase(key: "skip.few-observed", ["fewest": .whole(ObservedModels.fewestModels)]),
                remedy: Phrase(key: "skip.few-observed-remedy", ["fewest": .whole(ObservedModels.fewestModels)])
            )
        }
    }
}
