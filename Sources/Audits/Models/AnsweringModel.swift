import KerasModels
import Networks
import TorchModels

/// A model that answers records, whichever framework wrote it.
public struct AnsweringModel: Sendable {
    /// What it computes.
    public let architecture: Architecture
    /// Its weights.
    public let weights: Weights

    /// A Keras model.
    public init(_ model: KerasModel) {
        architecture = model.architecture
        weights = model.weights
    }

    /// A TorchScript module.
    public init(_ model: TorchModel) {
        architecture = model.architecture
        weights = model.weights
    }
}
