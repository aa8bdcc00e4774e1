import Networks

/// A shadow model of one world.
public struct TrainedWorld: Sendable {
    /// The world's records.
    public let world: WorldDraws.World
    /// What it answers for them, as members, and for the probes, as non-members.
    public let answers: ShadowAnswers
    /// Its weights.
    public let weights: Weights
    /// Processor time that training took, in core-seconds, also where it was long ago.
    public let coreSeconds: Double
    /// Whether it comes from a shadow store.
    public let isReused: Bool
}

extension ShadowTrainer {
    /// Trains one shadow source model per world, from scratch.
    ///
    /// - Parameters:
    ///   - draws: rows of the shadow training records, then of the shadow test records.
    ///   - recipe: how the models are trained.
    ///   - done: called with the share of the work just finished, from any thread.
    /// - Returns: one model per world, in their order.
    /// - Throws: what training throws.
    public func worlds(
        _ draws: WorldDraws,
        recipe: TrainingRecipe,
        done: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws -> [TrainedWorld] {
        let lots = draws.worlds.enumerated().map { index, world in
            ShadowLot(
                trainRows: world.rows,
                testRows: draws.probes,
                seed: seed.derived("world", draws.size).derived("model", index),
                temperature: nil,
                keepsWeights: true
            )
        }
        let results = try LotTraining(trainer: self, approach: .baseline, recipe: recipe).run(lots, done)
        return zip(draws.worlds, zip(lots, results)).compactMap { world, trained in
            let (lot, result) = trained
            return result.weights.map { weights in
                TrainedWorld(
                    world: world,
                    answers: answers(lot, result),
                    weights: weights,
                    coreSeconds: result.coreSeconds,
                    isReused: result.isReused
                )
            }
        }
    }
}
