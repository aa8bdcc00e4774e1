/// A layer with the name and class its model file gives it.
public struct NamedLayer: Sendable {
    /// The name, unique within the model.
    public let name: String
    /// The class in the model file, such as `Conv2D`.
    public let kind: String
    /// What it computes.
    public let layer: any Layer

    /// Names a layer.
    public init(name: String, kind: String, layer: any Layer) {
        self.name = name
        self.kind = kind
        self.layer = layer
    }
}
