import Countermeasures
import Networks
import Tensors

/// A convolutional network with a pooled feature and a dense head, and weights drawn by a seed.
enum SmallModel {
    static func layers() throws -> TransferredLayers {
        let window = SlidingWindow([3, 3])
        let architecture = try Architecture(
            name: "small",
            inputShape: [10, 10, 2],
            [
                NamedLayer(name: "a", kind: "Conv2D", layer: Convolution(inputs: 2, filters: 6, window: window)),
                NamedLayer(name: "b", kind: "Conv2D", layer: Convolution(inputs: 6, filters: 8, window: window)),
                NamedLayer(name: "pool", kind: "GlobalAveragePooling2D", layer: GlobalPooling(.average)),
                NamedLayer(name: "c", kind: "Dense", layer: Dense(inputs: 8, units: 12, activation: .relu)),
                NamedLayer(name: "d", kind: "Dense", layer: Dense(inputs: 12, units: 3)),
            ]
        )
        let weights = try architecture.freshWeights(Seed(5))
        return TransferredLayers(architecture: architecture, weights: weights, cut: try architecture.cut(after: "c"))
    }

    /// Dense, batch normalisation, dense.
    static func normalised() throws -> Architecture {
        try Architecture(
            name: "normalised",
            inputShape: [6],
            [
                NamedLayer(name: "a", kind: "Dense", layer: Dense(inputs: 6, units: 8)),
                NamedLayer(name: "n", kind: "BatchNormalization", layer: BatchNorm(features: 8)),
                NamedLayer(name: "b", kind: "Dense", layer: Dense(inputs: 8, units: 2)),
            ]
        )
    }

    /// Ten records.
    static func records() throws -> TensorValues {
        try TensorGenerator(Seed(8)).normal(shape: [10, 10, 10, 2]).values()
    }

    static func answers(_ layers: TransferredLayers) throws -> TensorValues {
        let network = try Network(layers.architecture, weights: layers.weights)
        return try network.outputs(RecordBatches(records()))
    }
}
