import Networks

/// Reads what `training` says of regularisation besides weight decay: `labelSmoothing`, `mixup`, `augmentation`,
/// `earlyStopping`.
enum RegularisationReader {
    /// What the manifest says; nil where it says nothing.
    struct Edit {
        var labelSmoothing: Double?
        var mixup: Double?
        var augmentation: Augmentation?
        var earlyStopping: EarlyStopping?

        /// The regularisation with the manifest's values put in.
        func applied(to regularisation: Regularisation) -> Regularisation {
            Regularisation(
                labelSmoothing: labelSmoothing ?? regularisation.labelSmoothing,
                mixup: mixup ?? regularisation.mixup,
                augmentation: augmentation ?? regularisation.augmentation,
                earlyStopping: earlyStopping ?? regularisation.earlyStopping
            )
        }
    }

    /// Reads the keys of a training run.
    static func read(_ training: ManifestMapping) -> Edit {
        Edit(
            labelSmoothing: training.number("labelSmoothing", "a number from 0, below 1") { $0 >= 0 && $0 < 1 },
            mixup: training.number("mixup", "a number from 0 to 1") { $0 >= 0 && $0 <= 1 },
            augmentation: readAugmentation(training),
            earlyStopping: readEarlyStopping(training)
        )
    }

    private static func readAugmentation(_ training: ManifestMapping) -> Augmentation? {
        guard let mapping = training.mapping("augmentation") else { return nil }
        var augmentation = Augmentation()
        augmentation.pixels = mapping.integer("pixels", in: 0...64) ?? augmentation.pixels
        augmentation.isMirrored = mapping.truth("mirrored") ?? augmentation.isMirrored
        mapping.refuseUnknownKeys()
        return augmentation
    }

    private static func readEarlyStopping(_ training: ManifestMapping) -> EarlyStopping? {
        guard let mapping = training.mapping("earlyStopping") else { return nil }
        var stopping = EarlyStopping()
        stopping.share =
            mapping.number("share", "a number above 0, at most 0.5") { $0 > 0 && $0 <= 0.5 } ?? stopping.share
        stopping.patience = mapping.integer("patience", in: 1...10_000) ?? stopping.patience
        mapping.refuseUnknownKeys()
        return stopping
    }
}
