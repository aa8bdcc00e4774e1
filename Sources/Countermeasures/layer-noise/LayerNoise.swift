import Networks
import Tensors

/// Gaussian noise on the transferred parameters.
public struct LayerNoise: NoisyCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "layer-noise",
        kind: .layers,
        heading: .layers,
        protectsLayers: true,
        protectsAnswers: false,
        parameters: [CountermeasureParameter("deviation", 0.1, in: 0.0001...10)]
    )

    private let deviation: Double

    /// The noise's standard deviation, in units of the standard deviation of the parameter it is added to.
    public init(_ settings: CountermeasureSettings) { deviation = settings["deviation"] }

    /// θ + deviation · σ(θ) · N(0, 1), parameter by parameter.
    public func hardened(
        _ layers: TransferredLayers,
        noise source: NoiseSource
    ) throws(CountermeasureError) -> TransferredLayers {
        do {
            return try layers.editing { (_, values, number) throws(TensorError) in
                let noise = try source.derived("layer-noise", number).normal(count: values.floats.count)
                let scale = Float(deviation * Self.spread(values.floats))
                return TensorValues(shape: values.shape, floats: zip(values.floats, noise).map { $0 + scale * $1 })
            }
        } catch {
            throw CountermeasureError(error)
        }
    }

    /// The standard deviation of the values about their mean.
    private static func spread(_ values: [Float]) -> Double {
        let count = Double(max(1, values.count))
        let mean = values.reduce(0) { $0 + Double($1) } / count
        return (values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / count).squareRoot()
    }
}
