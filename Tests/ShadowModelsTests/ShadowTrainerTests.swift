import AuditCore
import Networks
import Tensors
import Testing

@testable import ShadowModels

/// Shadow models under the three approaches (paper, sections 4.2 and 5.2).
struct ShadowTrainerTests {
    static let approaches: [Approach] = [.baseline, .freezing, .fineTuning]

    private func plan(_ approach: Approach, _ recipe: TrainingRecipe = Small.recipe(epochs: 2)) -> ShadowPlan {
        ShadowPlan(approach: approach, sizes: [9, 24], repeats: 2, models: 3, recipe: recipe)
    }

    @Test(arguments: approaches)
    func sameSeedAndAnyThreads(approach: Approach) throws {
        let first = try Small.trainer(Small.source()).train(plan(approach))
        for threads in [1, 2] {
            let again = try Small.trainer(Small.source(), threads: threads).train(plan(approach))
            #expect(again.map(\.farm.models) == first.map(\.farm.models))
            #expect(again.map(\.draws) == first.map(\.draws))
        }
        #expect(Set(first.flatMap(\.farm.models)).count == 12, "no two shadow models are the same")
    }

    @Test func drawsAreSharedByAllApproaches() throws {
        let trainer = try Small.trainer(Small.source())
        let farms = try Self.approaches.map { try trainer.train(plan($0)) }
        #expect(farms[1].map(\.draws) == farms[0].map(\.draws) && farms[2].map(\.draws) == farms[0].map(\.draws))
        #expect(farms[0].map(\.farm.size) == [9, 9, 24, 24] && farms[0].map(\.farm.repeatIndex) == [0, 1, 0, 1])
        #expect(Set(farms[0].flatMap(\.draws)).count == 12)
        for trained in farms.flatMap(\.self) {
            for (model, draw) in zip(trained.farm.models, trained.draws) {
                #expect(draw.trainRows.count == trained.farm.size && draw.testRows.count == trained.farm.size)
                #expect(model.records == draw.trainRows + draw.testRows.map { $0 + 60 })
                #expect(model.members.labels == draw.trainRows.map { $0 % Small.classes })
                #expect(model.nonMembers.labels == draw.testRows.map { $0 % Small.classes })
            }
        }
    }

    /// g_shadow = g_s: the heads see what the transferred layers answer, computed here directly.
    @Test(arguments: ["shared_1", "shared_2"])
    func freezingTrainsHeadsOverTheTransferredLayers(cut: String) throws {
        let source = try Small.source(cut: cut)
        let trainer = try Small.trainer(source)
        let network = try Network(source.architecture, weights: source.weights)
        let features = try network.outputs(trainer.records, upTo: source.cut)
        let trained = try trainer.train(plan(.freezing))
        for farm in trained {
            let jobs = farm.draws.enumerated().map { index, draw in
                let place = ShadowTrainer.Place(size: farm.farm.size, turn: farm.farm.repeatIndex, index: index)
                return HeadFarm.Job(
                    trainRows: draw.trainRows,
                    labels: draw.trainRows.map { trainer.labels[$0] },
                    queryRows: draw.trainRows + draw.testRows.map { $0 + trainer.trainCount },
                    seed: trainer.modelSeed(.freezing, place)
                )
            }
            let farmer = HeadFarm(
                source.head.part,
                recipe: Small.recipe(epochs: 2),
                device: .cpu,
                threads: 1,
                cancellation: Cancellation()
            )
            for (result, model) in zip(try farmer.train(features: features, jobs: jobs), farm.farm.models) {
                let labels = model.members.labels + model.nonMembers.labels
                let expected = Answers(logits: result.logits.floats, classes: Small.classes, labels: labels)
                let all = model.members.appending(model.nonMembers)
                #expect(zip(expected.vectors, all.vectors).allSatisfy { abs($0 - $1) < 1e-5 })
            }
        }
    }

    /// With a learning rate of 0, training leaves where it started.
    @Test func whereNetworksStart() throws {
        let source = try Small.source()
        let trainer = try Small.trainer(source)
        let shared = Set(source.architecture.layers(upTo: source.cut))
        #expect(shared == [0, 1, 2])
        let still = Small.recipe(epochs: 1, rate: 0)
        func starts(_ approach: Approach) throws -> [Weights] {
            try trainer.train(plan(approach, still), keepsWeights: true).flatMap(\.weights)
        }
        for weights in try starts(.fineTuning) {
            for layer in shared { #expect(weights.layers[layer] == source.weights.layers[layer]) }
            for layer in [3, 4] { #expect(weights.layers[layer][0] != source.weights.layers[layer][0]) }
        }
        let baseline = try starts(.baseline)
        for weights in baseline {
            for layer in 1...4 { #expect(weights.layers[layer][0] != source.weights.layers[layer][0]) }
        }
        for layer in 1...4 { #expect(Set(baseline.map { $0.layers[layer] }).count == 12) }
        #expect(Set(try starts(.fineTuning).map { $0.layers[3] }).count == 12, "each with a head of its own")
        #expect(try trainer.train(plan(.baseline, still)).allSatisfy(\.weights.isEmpty))
    }

    /// Fine-tuning moves the transferred layers; training lowers the loss in every approach.
    @Test(arguments: approaches)
    func learns(approach: Approach) throws {
        let source = try Small.source()
        let trainer = try Small.trainer(source)
        let recipe = Small.recipe(epochs: 60)
        let trained = try trainer.train(plan(approach, recipe), keepsWeights: true)
        let models = trained.flatMap(\.farm.models)
        let accuracy = models.reduce(0) { $0 + $1.members.accuracy } / Double(models.count)
        #expect(accuracy > 0.85)
        if approach == .fineTuning {
            for weights in trained.flatMap(\.weights) {
                #expect(weights.layers[1][0] != source.weights.layers[1][0])
            }
        }
    }

    @Test func answersOfTheKeptWeights() throws {
        let source = try Small.source()
        let trainer = try Small.trainer(source)
        let trained = try trainer.train(plan(.fineTuning), keepsWeights: true)[3]
        let network = try Network(source.architecture, weights: trained.weights[2])
        let rows = trained.draws[2].testRows.map { $0 + 60 }
        let logits = try network.outputs(trainer.records.picking(rows))
        let expected = Answers(logits: logits.floats, classes: 3, labels: rows.map { trainer.labels[$0] })
        let answers = trained.farm.models[2].nonMembers
        #expect(answers.labels == expected.labels)
        #expect(zip(answers.vectors, expected.vectors).allSatisfy { abs($0 - $1) < 1e-6 })
    }
}
