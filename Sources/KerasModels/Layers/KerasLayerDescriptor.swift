/// What `list layers` says about a group of Keras layer classes.
public struct KerasLayerDescriptor: Sendable, Hashable {
    /// The classes, as Keras names them in files.
    public let classNames: [String]
    /// What they compute, in one sentence.
    public let summary: String
    /// The engine's layer they become.
    public let engineLayer: String
}
