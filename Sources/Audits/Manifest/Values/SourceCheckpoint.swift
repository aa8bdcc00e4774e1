/// An earlier state of the source model that an adversary saw, as in federated training.
public struct SourceCheckpoint: Sendable, Hashable {
    /// The model as it was then.
    public var model: ModelReference
    /// After which epoch of the shadow models' training they are held against it, from 1; nil to take all checkpoints as
    /// evenly spread over the training.
    public var epoch: Int?
}
