import Networks
import Tensors

/// The mean of the weights that training passed through, in place of the last ones.
public struct AveragedWeights: LayerCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "averaged-weights",
        kind: .layers,
        heading: .layers,
        protectsLayers: true,
        protectsAnswers: false,
        parameters: [CountermeasureParameter("states", 1000, in: 2...1000, isWhole: true)]
    )

    private let states: Int

    /// How many of the last states are averaged, the finished model among them; all where there are fewer.
    public init(_ settings: CountermeasureSettings) { states = settings.whole("states") }

    /// θ̄ = (1/n) Σ θᵢ over the last states of each transferred layer (Izmailov et al. 2018, section 3.2), moving
    /// statistics included.
    ///
    /// - Throws: `CountermeasureError.notApplicable` where no earlier state is at hand.
    public func hardened(_ layers: TransferredLayers, seed: Seed) throws(CountermeasureError) -> TransferredLayers {
        guard !layers.earlier.isEmpty else {
            throw CountermeasureError(
                .notApplicable,
                "the manifest names no earlier states of the model to average (`source.checkpoints`)",
                remedy: "Name models saved during training under `source.checkpoints`, or leave `averaged-weights` out."
            )
        }
        let all = (layers.earlier + [layers.weights]).suffix(states)
        var hardened = layers
        for layer in layers.architecture.layers(upTo: layers.cut) {
            hardened.weights.layers[layer] = layers.weights.layers[layer].indices.map { index in
                Self.mean(all.map { $0.layers[layer][index] }, like: layers.weights.layers[layer][index])
            }
        }
        return hardened
    }

    private static func mean(_ states: [TensorValues], like last: TensorValues) -> TensorValues {
        let floats = last.floats.indices.map { place in
            Float(states.reduce(0) { $0 + Double($1.floats[place]) } / Double(states.count))
        }
        return TensorValues(shape: last.shape, floats: floats)
    }
}
