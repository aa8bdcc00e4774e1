/// For which Keras a model is written: names of functions mean different things in the two.
public enum KerasGeneration: Int, Sendable, Hashable, CaseIterable {
    /// Keras 2, up to 2.15, and tf.keras.
    case two = 2
    /// Keras 3.
    case three = 3

    /// The version that the files name as their writer.
    var version: String { self == .two ? "2.15.0" : "3.0.0" }

    /// Whether this Keras has a class of layers; the lists hold those of the catalogue.
    func has(_ className: String) -> Bool {
        switch self {
        case .two: !Self.onlyInThree.contains(className)
        case .three: !Self.onlyInTwo.contains(className)
        }
    }

    private static let onlyInTwo: Set<String> = [
        "LocallyConnected1D", "LocallyConnected2D", "RandomHeight", "RandomWidth", "ThresholdedReLU",
    ]

    private static let onlyInThree: Set<String> = [
        "AdaptiveAveragePooling1D", "AdaptiveAveragePooling2D", "AdaptiveAveragePooling3D", "AdaptiveMaxPooling1D",
        "AdaptiveMaxPooling2D", "AdaptiveMaxPooling3D", "AugMix", "CutMix", "GroupQueryAttention", "MixUp",
        "RMSNormalization", "RandAugment", "RandomColorDegeneration", "RandomColorJitter", "RandomElasticTransform",
        "RandomErasing", "RandomGaussianBlur", "RandomGrayscale", "RandomHue", "RandomInvert", "RandomPerspective",
        "RandomPosterization", "RandomSaturation", "RandomSharpness", "RandomShear",
    ]
}
