/// How one layer of the file that would leave compares with the source model's.
public struct LayerComparison: Sendable, Hashable {
    /// The three possible results, and the one that matters most to an owner: a layer that should have stayed.
    public enum Result: String, Sendable, Hashable, Codable {
        case identical, changed, missing
        /// The file holds a layer of the head: more would leave than the manifest says.
        case beyondCut = "beyond-cut"
    }

    /// The layer's name.
    public let layer: String
    /// How it compares.
    public let result: Result
    /// Parameters in the layer.
    public let parameters: Int
    /// Largest absolute difference; nil unless changed.
    public let largestDifference: Double?
    /// Mean absolute difference; nil unless changed.
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
