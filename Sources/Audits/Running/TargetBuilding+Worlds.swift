import AuditCore
import Networks
import ShadowModels

extension TargetBuilding {
    /// Shadow target models on the layers of worlds, asked for the probes.
    ///
    /// - Parameter size: records per world.
    /// - Returns: one answer per world, and the core-seconds that building them took.
    func targets(
        of worlds: [TrainedWorld],
        _ approach: Approach,
        _ size: Int,
        _ done: @escaping @Sendable (Double) -> Void
    ) throws -> (answers: [Answers], coreSeconds: Double) {
        guard let probes else { return ([], 0) }
        let trainer = try trainer()
        let seed = session.seed.derived("world-target-\(approach.rawValue)", size)
        let results = try trainer.train(
            approach: approach,
            recipe: section.training[approach] ?? TrainingRecipe(),
            donors: worlds.enumerated().map { index, world in
                TargetTrainer.Donor(
                    weights: world.weights,
                    queryRows: Array(0..<probes.records.count),
                    seed: seed.derived("model", index)
                )
            },
            queries: probes.records,
            done: done
        )
        let answers = results.map { result in
            Answers(
                logits: Array(result.logits.floats[..<(probes.records.count * trainer.classes)]),
                classes: trainer.classes,
                labels: probes.labels
            )
        }
        return (answers, results.reduce(0) { $0 + $1.coreSeconds })
    }
}
