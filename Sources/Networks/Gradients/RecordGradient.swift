/// How one record's loss depends on a network's weights.
public struct RecordGradient: Sendable, Hashable {
    /// Euclidean norms of the loss's gradient by the parameters of each trained layer, in the order of
    /// `Architecture.trainedLayers`; at least 0, in nats per unit of the weights.
    public let layerNorms: [Double]
    /// The record's answer (K).
    public let logits: [Float]

    /// Collects what was computed for a record.
    public init(layerNorms: [Double], logits: [Float]) {
        self.layerNorms = layerNorms
        self.logits = logits
    }

    /// Euclidean norm of the gradient by all trained parameters.
    public var norm: Double { layerNorms.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}
