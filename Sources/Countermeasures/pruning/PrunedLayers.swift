import Networks
import Tensors

/// The smallest weights of each transferred kernel set to 0.
public struct PrunedLayers: LayerCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "pruning",
        kind: .layers,
        heading: .layers,
        protectsLayers: true,
        protectsAnswers: false,
        parameters: [CountermeasureParameter("share", 0.5, in: 0.01...0.99)]
    )

    private let share: Double

    /// The share of each kernel's weights that becomes 0.
    public init(_ settings: CountermeasureSettings) { share = settings["share"] }

    /// Kernels without their smallest weights by magnitude; biases and scales stay.
    public func hardened(_ layers: TransferredLayers, seed: Seed) -> TransferredLayers {
        layers.editing { _, values, _ in
            guard values.shape.count >= 2 else { return nil }
            // Of equal magnitudes the first go.
            let order = values.floats.indices.sorted { (abs(values.floats[$0]), $0) < (abs(values.floats[$1]), $1) }
            var floats = values.floats
            for index in order.prefix(Int((Double(order.count) * share).rounded())) { floats[index] = 0 }
            return TensorValues(shape: values.shape, floats: floats)
        }
    }
}
