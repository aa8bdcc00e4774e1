/// What a training run does, besides weight decay, so that a network fits its records less closely.
public struct Regularisation: Sendable, Hashable {
    /// Share of each target that is spread evenly over all classes, in [0, 1) (Szegedy et al. 2016, section 7).
    public var labelSmoothing: Double
    /// α of the Beta(α, α) distribution by which two records and their losses are mixed, in [0, 1]; 0: none are (Zhang et
    /// al. 2018, section 2).
    public var mixup: Double
    /// Random changes of images; nil for none. Records that are no images, such as features, stay as they are.
    public var augmentation: Augmentation?
    /// When training ends before its last epoch; nil for never.
    public var earlyStopping: EarlyStopping?

    /// Describes what a training run does.
    public init(
        labelSmoothing: Double = 0,
        mixup: Double = 0,
        augmentation: Augmentation? = nil,
        earlyStopping: EarlyStopping? = nil
    ) {
        self.labelSmoothing = labelSmoothing
        self.mixup = mixup
        self.augmentation = augmentation
        self.earlyStopping = earlyStopping
    }

    /// Nothing.
    public static let none = Regularisation()

    /// Whether training is the same without it where records are no images.
    public var isOfImagesAlone: Bool { labelSmoothing == 0 && mixup == 0 && earlyStopping == nil }
}
