/// The source model, as the report describes it.
public struct ModelSheet: Sendable, Hashable {
    /// The model's name.
    public let name: String
    /// File format and the version that wrote it, such as `Keras HDF5 (Keras 3.15.0)`.
    public let format: String
    /// Input shape without the record axis.
    public let inputShape: String
    /// Number of classes.
    public let classes: Int
    /// Parameters of the whole model.
    public let parameters: Int
    /// Parameters up to the cut.
    public let transferredParameters: Int
    /// The last transferred layer.
    public let cut: String
    /// All layers in order.
    public let layers: [LayerSheet]
    /// Share of members the source model classifies correctly.
    public let memberAccuracy: Double
    /// Share of non-members the source model classifies correctly.
    public let nonMemberAccuracy: Double

    /// Records a model.
    public init(
        name: String,
        format: String,
        inputShape: String,
        classes: Int,
        parameters: Int,
        transferredParameters: Int,
        cut: String,
        layers: [LayerSheet],
        memberAccuracy: Double,
        nonMemberAccuracy: Double
    ) {
        self.name = name
        self.format = format
        self.inputShape = inputShape
        self.classes = classes
        self.parameters = parameters
        self.transferredParameters = transferredParameters
        self.cut = cut
        self.layers = layers
        self.memberAccuracy = memberAccuracy
        self.nonMemberAccuracy = nonMemberAccuracy
    }
}
