import Tensors

/// A defence of the transferred layers that hides something by noise: who can draw the noise again undoes it.
public protocol NoisyCountermeasure: LayerCountermeasure {
    /// The layers as they would leave.
    ///
    /// - Parameters:
    ///   - layers: the model and its cut.
    ///   - source: where the noise comes from.
    /// - Throws: `CountermeasureError`.
    func hardened(
        _ layers: TransferredLayers,
        noise source: NoiseSource
    ) throws(CountermeasureError) -> TransferredLayers
}

extension NoisyCountermeasure {
    /// The layers with noise that comes from a seed: to measure with, not to share.
    public func hardened(_ layers: TransferredLayers, seed: Seed) throws(CountermeasureError) -> TransferredLayers {
        try hardened(layers, noise: .seed(seed))
    }
}
