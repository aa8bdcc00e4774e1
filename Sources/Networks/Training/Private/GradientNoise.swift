import Tensors

/// The noise that hides what one unit adds: N(0, σ²C²) for each trained value on its own.
struct GradientNoise: Sendable, Hashable {
    /// σ·C.
    let deviation: Double
    /// P.
    let parameters: Int

    /// Noise for a sum over P trained values.
    init(_ settings: PrivacySettings, parameters: Int) {
        deviation = settings.noiseMultiplier * settings.clippingBound
        self.parameters = parameters
    }

    /// The noise of one step (P), drawn on the processor whatever the device.
    func drawn(_ source: NoiseSource) throws(TensorError) -> [Float] {
        guard deviation > 0 else { return Array(repeating: 0, count: parameters) }
        return try source.normal(deviation: deviation, count: parameters)
    }
}

extension PrivateTrainingTrace {
    /// Takes a step into account.
    mutating func count(_ gradients: ClippedGradients, units: [[Int]], noise: [Float]) {
        sampledCounts.append(units.count)
        largestClippedNorm = max(largestClippedNorm, gradients.largestClippedNorm)
        mostRowsOfUnit = max(mostRowsOfUnit, units.map(\.count).max() ?? 0)
        noiseSquares += noise.reduce(0) { $0 + Double($1) * Double($1) }
    }
}
