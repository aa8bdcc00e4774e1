import Networks

/// Images changed at random in training; as at inference nothing is changed.
enum AugmentationKind: KerasLayerKind {
    static let classNames = [
        "RandomFlip", "RandomRotation", "RandomZoom", "RandomTranslation", "RandomContrast", "RandomBrightness",
        "RandomShear", "RandomHue", "RandomSaturation", "RandomColorJitter", "RandomColorDegeneration",
        "RandomGrayscale", "RandomInvert", "RandomPosterization", "RandomSharpness", "RandomGaussianBlur",
        "RandomErasing", "RandomPerspective", "RandomElasticTransform", "RandAugment", "AugMix", "MixUp", "CutMix",
        "RandomHeight", "RandomWidth",
    ]
    static let summary = "Images changed at random in training; the input as it is at inference and here."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Identity { Identity() }

    /// `Activation('linear')` is known to every Keras; these classes are not.
    static func written(_ layer: Identity, className: String) -> WrittenLayer? { nil }
}
