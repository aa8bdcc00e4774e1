import Networks
import Tensors

/// Sharing fewer layers: the model is cut at an earlier place.
public struct FewerLayers: LayerCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "fewer-layers",
        kind: .layers,
        heading: .minimisation,
        protectsLayers: true,
        protectsAnswers: false,
        parameters: [CountermeasureParameter("places", 1, in: 1...1000, isWhole: true)]
    )

    private let places: Int

    /// A cut so many places earlier.
    public init(_ settings: CountermeasureSettings) { places = settings.whole("places") }

    /// The same model cut earlier; places count where between them a layer is trained.
    public func hardened(_ layers: TransferredLayers, seed: Seed) throws(CountermeasureError) -> TransferredLayers {
        var hardened = layers
        var left = places
        for cut in layers.architecture.cuts.reversed() where cut < layers.cut {
            let earlier = TransferredLayers(architecture: layers.architecture, weights: layers.weights, cut: cut)
            guard earlier.trained.count < hardened.trained.count, !earlier.trained.isEmpty else { continue }
            hardened.cut = cut
            left -= 1
            if left == 0 { return hardened }
        }
        throw CountermeasureError(
            .notApplicable,
            "the model has no place \(places) earlier than its cut where trained layers would still be shared",
            remedy: "Ask for fewer `places`; `layeraudit inspect` lists where a model can be cut."
        )
    }
}
