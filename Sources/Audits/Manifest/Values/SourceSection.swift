import Datasets

/// The source model of a manifest.
public struct SourceSection: Sendable {
    /// The model.
    public var model: ModelReference
    /// How the values of every image set become the model's input.
    public var preprocessing: Preprocessing
}
