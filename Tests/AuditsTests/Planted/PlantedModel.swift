import KerasModels
import Networks
import Tensors
import Testing

/// A small dense source model that knows its members by heart.
enum PlantedModel {
    /// 12 → 16 (`features`) → 3.
    static func architecture() throws -> Architecture {
        try Architecture(
            name: "planted",
            inputShape: [PlantedData.width],
            [
                NamedLayer(
                    name: "hidden",
                    kind: "Dense",
                    layer: Dense(inputs: PlantedData.width, units: 32, activation: .relu)
                ),
                NamedLayer(name: "features", kind: "Dense", layer: Dense(inputs: 32, units: 16, activation: .relu)),
                NamedLayer(
                    name: "classifier",
                    kind: "Dense",
                    layer: Dense(inputs: 16, units: PlantedData.classes, activation: .softmax(axis: -1))
                ),
            ]
        )
    }

    /// Trained on the members of the default data, once for all tests.
    static var trained: Result<KerasModel, any Error> { training.map(\.finished) }

    /// After which epochs of 60 its checkpoints were saved.
    static let checkpointEpochs = [8, 20]

    /// Its training: states on the way, and how it ended.
    static let training: Result<(checkpoints: [KerasModel], finished: KerasModel), any Error> = Result {
        let members = try #require(PlantedData().sets["members"])
        let architecture = try PlantedModel.architecture()
        Engine.setThreads(1)
        let network = try Network(
            architecture.answeringLogits().architecture,
            weights: architecture.freshWeights(Seed(5))
        )
        var checkpoints: [KerasModel] = []
        try Training.run(
            network,
            records: RecordBatches(TensorValues(shape: [members.count, PlantedData.width], floats: members.values)),
            labels: members.labels,
            recipe: TrainingRecipe(epochs: 60, optimizer: .adam, learningRate: 0.01, weightDecay: 0, batchSize: 32),
            seed: Seed(6),
            cancellation: Cancellation(),
            epochDone: { epoch, _ in
                guard checkpointEpochs.contains(epoch) else { return }
                checkpoints.append(KerasModel(architecture, weights: try network.weights()))
            }
        )
        return (checkpoints, KerasModel(architecture, weights: try network.weights()))
    }
}
