import Tensors

/// The sum of the clipped gradients of a batch's units (Abadi et al. 2016, algorithm 1: Σ_u g_u / max(1, ‖g_u‖₂ / C)).
public struct ClippedGradients: Sendable, Hashable {
    /// The sum (P), over all trained parameters one after the other in the architecture's order.
    public let sum: [Float]
    /// ‖g_u‖₂ of each unit before clipping, in the units' order.
    public let norms: [Double]
    /// Largest norm of what was added for one unit, measured after clipping; 0 without units.
    public let largestClippedNorm: Double

    /// Collects what was computed for a batch.
    init(sum: [Float], norms: [Double], largestClippedNorm: Double) {
        self.sum = sum
        self.norms = norms
        self.largestClippedNorm = largestClippedNorm
    }

    /// The same with other units behind these.
    func appending(_ other: ClippedGradients) -> ClippedGradients {
        ClippedGradients(
            sum: zip(sum, other.sum).map(+),
            norms: norms + other.norms,
            largestClippedNorm: max(largestClippedNorm, other.largestClippedNorm)
        )
    }
}
