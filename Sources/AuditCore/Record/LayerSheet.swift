/// One layer of a model, as the report lists it.
public struct LayerSheet: Sendable, Hashable {
    /// The layer's name.
    public let name: String
    /// Its class, such as `Conv2D`.
    public let kind: String
    /// Output shape without the record axis, such as `32×32×16`.
    public let outputShape: String
    /// Number of parameters, moving statistics included.
    public let parameters: Int
    /// Whether the layer belongs to the transferred layers.
    public let isTransferred: Bool

    /// Records a layer.
    public init(name: String, kind: String, outputShape: String, parameters: Int, isTransferred: Bool) {
        self.name = name
        self.kind = kind
        self.outputShape = outputShape
        self.parameters = parameters
        self.isTransferred = isTransferred
    }
}
