import Networks
import Tensors

/// Transferred kernels kept to few bits per weight.
public struct QuantisedLayers: LayerCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "quantisation",
        kind: .layers,
        heading: .layers,
        protectsLayers: true,
        protectsAnswers: false,
        parameters: [CountermeasureParameter("bits", 8, in: 2...16, isWhole: true)]
    )

    private let bits: Int

    /// Bits per weight.
    public init(_ settings: CountermeasureSettings) { bits = settings.whole("bits") }

    /// Each output's weights rounded to 2ᵇ − 1 levels, evenly spaced between ± their largest magnitude; biases stay.
    public func hardened(_ layers: TransferredLayers, seed: Seed) -> TransferredLayers {
        let levels = Float((1 << (bits - 1)) - 1)
        return layers.editing { _, values, _ in
            guard let matrix = WeightMatrix(values) else { return nil }
            return matrix.kernel(
                matrix.rows.map { row in
                    let step = row.reduce(0) { max($0, abs($1)) } / levels
                    return step > 0 ? row.map { ($0 / step).rounded() * step } : row
                }
            )
        }
    }
}
