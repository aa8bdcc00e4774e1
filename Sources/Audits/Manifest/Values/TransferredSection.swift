/// What would be shared, as a manifest states it.
public struct TransferredSection: Sendable {
    /// The last transferred layer; nil for everything before the last layer with weights.
    public var upTo: String?
    /// The very file that would leave, to be compared with the source model.
    public var weights: String?
}
