import Networks
import ShadowModels
import Tensors

/// Small data and small models that train in milliseconds.
enum Small {
    static let classes = 3

    /// Noisy points around one centre per class: (count, 6).
    static func records(_ count: Int, seed: UInt64) throws -> (records: RecordBatches, labels: [Int]) {
        let noise = try TensorGenerator(Seed(seed)).normal(shape: [count, 6]).floats()
        let labels = (0..<count).map { $0 % classes }
        let floats = noise.enumerated().map { place, value in value + (place % 6 == labels[place / 6] ? 2 : 0) }
        return (RecordBatches(TensorValues(shape: [count, 6], floats: floats)), labels)
    }

    static func named(_ name: String, _ layer: any Layer) -> NamedLayer {
        NamedLayer(name: name, kind: "\(type(of: layer))", layer: layer)
    }

    /// Two dense layers to share, two to keep; `activation` of the head's hidden layer.
    static func source(activation: ActivationFunction = .relu, cut: String = "shared_2") throws -> SourceModel {
        let architecture = try Architecture(
            name: "small",
            inputShape: [6],
            [
                named("shared_1", Dense(inputs: 6, units: 10, activation: .relu)),
                named("shared_2", Dense(inputs: 10, units: 8, activation: .tanh)),
                named("hidden", Dense(inputs: 8, units: 7, activation: activation)),
                named("answer", Dense(inputs: 7, units: classes, activation: .softmax(axis: -1))),
            ]
        )
        return try SourceModel(
            architecture,
            weights: architecture.freshWeights(Seed(77)),
            cut: architecture.cut(after: cut)
        )
    }

    /// ReLU in a form a stack does not recognise.
    static let unstackable = ActivationFunction.relu(maximum: 1e30, slope: 0, threshold: 0)

    static func trainer(_ source: SourceModel, count: Int = 60, threads: Int = 1) throws -> ShadowTrainer {
        ShadowTrainer(
            source: source,
            train: try records(count, seed: 1),
            test: try records(count + 6, seed: 2),
            seed: Seed(11),
            device: .cpu,
            threads: threads,
            cancellation: Cancellation()
        )
    }

    static func recipe(
        epochs: Int = 5,
        optimizer: TrainingRecipe.Optimizer = .sgd,
        rate: Double = 0.05,
        batchSize: Int = 8
    ) -> TrainingRecipe {
        TrainingRecipe(epochs: epochs, optimizer: optimizer, learningRate: rate, batchSize: batchSize)
    }
}
