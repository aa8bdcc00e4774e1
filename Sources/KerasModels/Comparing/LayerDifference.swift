/// How one layer of the file that would leave compares with the source model's.
public struct LayerDifference: Sendable, Hashable {
    /// The possible results.
    public enum Result: String, Sendable, Hashable, Codable {
        /// Every value is the same.
        case identical
        /// Some value, or the shape, is not the same.
        case changed
        /// The file lacks the layer.
        case missing
        /// The file holds a layer of the head, or something that is no transferred layer at all.
        case beyondCut = "beyond-cut"
    }

    /// The layer's name.
    public let layer: String
    /// How it compares.
    public let result: Result
    /// Parameters in the layer.
    public let parameters: Int
    /// Largest absolute difference; nil unless changed, infinite for another shape.
    public let largestDifference: Double?
    /// Mean absolute difference; nil unless changed, infinite for another shape.
    public let meanDifference: Double?

    /// Records one comparison.
    public init(
        layer: String,
        result: Result,
        parameters: Int,
        largestDifference: Double? = nil,
        meanDifference: Double? = nil
    ) {
        self.layer = layer
        self.result = result
        self.parameters = parameters
        self.largestDifference = largestDifference
        self.meanDifference = meanDifference
    }
}
