import AuditCore
import Networks
import Tensors
import Testing

@testable import ShadowModels

/// Weights of shadow models at given points of their training.
struct CheckpointTests {
    private func plan(_ approach: Approach, epochs: Int = 6) -> ShadowPlan {
        ShadowPlan(
            approach: approach,
            sizes: [9, 24],
            repeats: 2,
            models: 3,
            recipe: Small.recipe(epochs: epochs, optimizer: .adam)
        )
    }

    /// With a constant learning rate, a training that ends after an epoch leaves what a longer one has then.
    @Test(arguments: [Approach.baseline, .fineTuning])
    func checkpointsAreTrainingsStoppedThere(approach: Approach) throws {
        let trainer = try Small.trainer(Small.source())
        let checkpoints = CheckpointPlan(epochs: [2, 5], models: 2)
        let farms = try trainer.train(plan(approach), keepsWeights: true, checkpoints: checkpoints)
        for (place, epochs) in checkpoints.epochs.enumerated() {
            let stopped = try trainer.train(plan(approach, epochs: epochs), keepsWeights: true)[2]
            for model in 0..<2 {
                #expect(farms[2].checkpoints[model][place] == stopped.weights[model])
                #expect(farms[2].checkpoints[model][place] != farms[2].weights[model])
            }
        }
    }

    /// Only of as many models as asked for, of the first repeat of the largest size; nothing else changes.
    @Test(arguments: ShadowTrainerTests.approaches)
    func nothingElseChanges(approach: Approach) throws {
        let trainer = try Small.trainer(Small.source(), threads: 2)
        let without = try trainer.train(plan(approach), keepsWeights: approach != .freezing)
        let with = try trainer.train(
            plan(approach),
            keepsWeights: approach != .freezing,
            checkpoints: CheckpointPlan(epochs: [1, 1, 3], models: 2)
        )
        #expect(with.map(\.farm.models) == without.map(\.farm.models))
        #expect(with.map(\.weights) == without.map(\.weights))
        let looked = approach == .freezing ? [0, 0, 0] : [3, 3, 0]
        #expect(with.map { $0.checkpoints.map(\.count) } == [[0, 0, 0], [0, 0, 0], looked, [0, 0, 0]])
        #expect(without.allSatisfy { $0.checkpoints.allSatisfy(\.isEmpty) })
        if approach != .freezing { #expect(with[2].checkpoints[0][0] == with[2].checkpoints[0][1]) }
    }

    /// Numbers of the checkpoints stand before those of the finished model, each in its own standard deviations.
    @Test func observedAtEachCheckpoint() throws {
        let trainer = try Small.trainer(Small.source())
        let farm = try trainer.train(
            plan(.baseline),
            keepsWeights: true,
            checkpoints: CheckpointPlan(epochs: [1, 3], models: 1)
        )[2]
        let round = ObservationRound(trainer, observer: GradientObserver.self, recipe: Small.recipe())
        let states = farm.checkpoints[0] + [farm.weights[0]]
        let read = try states.map { try round.shadow($0, farm.draws[0], index: 0).members }
        let together = try round.shadow(farm.weights[0], farm.draws[0], index: 0, checkpoints: farm.checkpoints[0])
        #expect(
            together.members.names
                == read[0].names.map { "checkpoint-1/\($0)" } + read[0].names.map { "checkpoint-2/\($0)" }
                + read[0].names
        )
        #expect(together.members.values == read.flatMap(\.values))
        #expect(Set(together.members.values).count == together.members.values.count)
        #expect(together.nonMembers.names == together.members.names)
    }

    @Test func otherArchitecturesAreNoEarlierStates() throws {
        let source = try Small.source()
        var trained = source.weights
        trained.layers[1][0] = TensorValues(
            shape: trained.layers[1][0].shape,
            floats: trained.layers[1][0].floats.map { $0 + 1 }
        )
        #expect(try SourceModel(source.architecture, weights: trained, cut: source.cut).hasArchitecture(of: source))
        #expect(try !Small.source(activation: .tanh).hasArchitecture(of: source))
    }
}
