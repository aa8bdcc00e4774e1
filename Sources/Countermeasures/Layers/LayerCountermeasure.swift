import Tensors

/// A defence that changes the transferred layers before they leave; the head stays as it is.
public protocol LayerCountermeasure: Countermeasure {
    /// A defence with these numbers.
    init(_ settings: CountermeasureSettings)

    /// The layers as they would leave.
    ///
    /// - Parameters:
    ///   - layers: the model and its cut.
    ///   - seed: decides what is drawn.
    /// - Throws: `CountermeasureError`.
    func hardened(_ layers: TransferredLayers, seed: Seed) throws(CountermeasureError) -> TransferredLayers
}
