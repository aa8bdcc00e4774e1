import AuditCore
import Networks

extension TrainingRecipe {
    /// The recipe as reports say it, for networks of an architecture.
    func words(for architecture: Architecture) -> Phrase {
        let training = Phrase(
            key: "training",
            [
                "epochs": .whole(epochs), "optimizer": .words(optimizer.rawValue),
                "rate": .number(learningRate, .full),
                "schedule": .phrase(Phrase(key: "schedule.\(schedule.rawValue)")),
                "momentum": .number(momentum, .full), "decay": .number(weightDecay, .full),
                "batch": .whole(batchSize),
            ]
        )
        let isMixed = precision == .mixed && architecture.gainsFromBfloat16
        let measures = regularisation.words + (isMixed ? [Phrase(key: "training.mixed")] : [])
        guard !measures.isEmpty else { return training }
        return Phrase(
            key: "training.regularised",
            ["training": .phrase(training), "measures": .list(measures, .comma)]
        )
    }
}

extension Regularisation {
    /// What is done, one phrase each; empty for nothing.
    var words: [Phrase] {
        var words: [Phrase] = []
        if labelSmoothing > 0 {
            words.append(Phrase(key: "training.label-smoothing", ["share": .number(labelSmoothing, .full)]))
        }
        if mixup > 0 { words.append(Phrase(key: "training.mixup", ["alpha": .number(mixup, .full)])) }
        if let augmentation {
            let key = augmentation.isMirrored ? "training.augmentation-mirrored" : "training.augmentation"
            words.append(Phrase(key: key, ["pixels": .whole(augmentation.pixels)]))
        }
        if let earlyStopping {
            words.append(
                Phrase(
                    key: "training.early-stopping",
                    ["share": .number(earlyStopping.share, .percent), "patience": .whole(earlyStopping.patience)]
                )
            )
        }
        return words
    }
}
