import Diagnostics
import Networks
import TestSupport
import Testing

@testable import KerasModels

/// How a model was trained, as its file says.
@Suite struct TrainingConfigurationTests {
    private func read(_ json: String) throws -> TrainingConfiguration? {
        TrainingConfiguration(try JSONValue.read(json, at: .run))
    }

    @Test func aCosineTellsTheEpochs() throws {
        let read = try #require(
            try read(
                """
                {"class_name": "SGD", "config": {"momentum": 0.9, "nesterov": true, "weight_decay": 0.0005, "learning_rate":
                {"class_name": "CosineDecay", "config": {"initial_learning_rate": 0.1, "decay_steps": 2400, "warmup_steps": 0}}}}
                """
            )
        )
        let recipe = read.recipe(from: TrainingRecipe(epochs: 7, batchSize: 128), records: 5000)
        #expect(recipe.epochs == 60)
        #expect(recipe.schedule == .cosine)
        #expect(recipe.learningRate == 0.1)
        #expect(recipe.isNesterov)
        // Keras takes the decay off the weights; in the gradient, a momentum of 0.9 would make it ten times as large.
        #expect(abs(recipe.weightDecay - 0.00005) < 1e-12)
    }

    @Test(arguments: [
        (#"{"class_name": "Adam", "config": {"learning_rate": 0.002}}"#, TrainingRecipe.Optimizer.adam),
        (#"{"class_name": "Adam", "config": {"lr": 0.002, "weight_decay": 0.01}}"#, .adamW),
        (#"{"class_name": "RMSprop", "config": {"learning_rate": 0.002, "momentum": 0.5}}"#, .rmsProp),
    ])
    func otherOptimisers(_ json: String, _ optimizer: TrainingRecipe.Optimizer) throws {
        let read = try #require(try read(json))
        let recipe = read.recipe(from: TrainingRecipe(epochs: 7), records: 100)
        #expect(recipe.optimizer == optimizer)
        #expect(recipe.learningRate == 0.002)
        #expect(recipe.epochs == 7)
        #expect(recipe.schedule == .constant)
    }

    /// Better no word than a wrong one.
    @Test(arguments: [
        #"{"class_name": "Lion", "config": {"learning_rate": 0.1}}"#,
        #"{"class_name": "SGD", "config": {"learning_rate": {"class_name": "ExponentialDecay", "config": {}}}}"#,
        #"{"class_name": "SGD", "config": {"learning_rate": -1}}"#,
        #"{"class_name": "SGD", "config": {"learning_rate": 0.1, "momentum": 3}}"#,
        #"{"class_name": "SGD"}"#, "[]",
    ])
    func whatThereIsNoRecipeFor(_ json: String) throws { #expect(try read(json) == nil) }

    @Test(.enabled(if: SharedFolder.has("data"), "the folder shared/data is not beside the repository"))
    func ofARealFile() throws {
        let model = try KerasModel.read(SharedFolder.path("data/audits/cifar10/source.h5"))
        let recipe = try #require(model.training).recipe(from: TrainingRecipe(), records: 5000)
        #expect(recipe.epochs == 60)
        #expect(recipe.learningRate == 0.1)
        #expect(recipe.momentum == 0.9)
    }
}
