import Networks
import Tensors

/// The last transferred layers drawn anew, as before any training.
public struct ReinitialisedLayers: LayerCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "reinitialised-layers",
        kind: .layers,
        heading: .layers,
        protectsLayers: true,
        protectsAnswers: false,
        parameters: [CountermeasureParameter("layers", 1, in: 1...1000, isWhole: true)]
    )

    private let count: Int

    /// How many of the last trained layers are drawn anew.
    public init(_ settings: CountermeasureSettings) { count = settings.whole("layers") }

    /// Fresh weights, and fresh moving statistics, for the last trained layers before the cut.
    public func hardened(_ layers: TransferredLayers, seed: Seed) throws(CountermeasureError) -> TransferredLayers {
        let trained = layers.trained
        guard count < trained.count else {
            throw CountermeasureError(
                .notApplicable,
                "\(trained.count) trained layers are transferred; with \(count) of them drawn anew nothing would be left",
                remedy: "Ask for fewer `layers`, or share nothing."
            )
        }
        do {
            let fresh = try layers.architecture.freshWeights(seed.derived("reinitialised-layers"))
            var hardened = layers
            for layer in trained.suffix(count) { hardened.weights.layers[layer] = fresh.layers[layer] }
            return hardened
        } catch {
            throw CountermeasureError(
                .engine,
                "no fresh weights could be drawn",
                cause: error.description,
                remedy: error.remedy
            )
        }
    }
}
