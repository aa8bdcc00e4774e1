import Networks

/// Reads `training`: every key may be left out.
enum TrainingReader {
    /// What the manifest says about a training run; nil where it says nothing.
    struct Edit {
        var epochs: Int?
        var optimizer: TrainingRecipe.Optimizer?
        var learningRate: Double?
        var momentum: Double?
        var nesterov: Bool?
        var weightDecay: Double?
        var batchSize: Int?
        var schedule: TrainingRecipe.Schedule?
        var precision: Precision?
        var regularisation = RegularisationReader.Edit()
        var privacy: PrivacySettings?

        /// The recipe with the manifest's values put in.
        func applied(to recipe: TrainingRecipe) -> TrainingRecipe {
            TrainingRecipe(
                epochs: epochs ?? recipe.epochs,
                optimizer: optimizer ?? recipe.optimizer,
                learningRate: learningRate ?? recipe.learningRate,
                momentum: momentum ?? recipe.momentum,
                isNesterov: nesterov ?? recipe.isNesterov,
                weightDecay: weightDecay ?? recipe.weightDecay,
                batchSize: batchSize ?? recipe.batchSize,
                schedule: schedule ?? recipe.schedule,
                regularisation: regularisation.applied(to: recipe.regularisation),
                precision: precision ?? recipe.precision,
                privacy: privacy ?? recipe.privacy,
                reference: recipe.reference
            )
        }
    }

    /// Reads the mapping under `key` of `parent`.
    static func read(_ key: String, of parent: ManifestMapping) -> Edit {
        guard let mapping = parent.mapping(key) else { return Edit() }
        let edit = Edit(
            epochs: mapping.integer("epochs", in: 1...100_000),
            optimizer: mapping.choice("optimizer", among: TrainingRecipe.Optimizer.allCases),
            learningRate: mapping.number("learningRate", "a number above 0, at most 100") { $0 > 0 && $0 <= 100 },
            momentum: mapping.number("momentum", "a number from 0, below 1") { $0 >= 0 && $0 < 1 },
            nesterov: mapping.truth("nesterov"),
            weightDecay: mapping.number("weightDecay", "a number from 0 to 1") { $0 >= 0 && $0 <= 1 },
            batchSize: mapping.integer("batchSize", in: 1...1_000_000),
            schedule: mapping.choice("schedule", among: TrainingRecipe.Schedule.allCases),
            precision: mapping.choice("precision", among: Precision.allCases),
            regularisation: RegularisationReader.read(mapping),
            privacy: readPrivacy(mapping)
        )
        mapping.refuseUnknownKeys()
        if edit.nesterov == true, edit.momentum == 0 {
            mapping.problems.add(
                .conflict,
                "'\(mapping.path(of: "nesterov"))' asks for Nesterov's momentum, and momentum is 0",
                at: mapping.location(of: "nesterov"),
                remedy: "Give a momentum above 0, or leave nesterov out."
            )
        }
        return edit
    }

    /// Noise and clipping of private training, as an adversary has them who knows how the source model was trained.
    private static func readPrivacy(_ training: ManifestMapping) -> PrivacySettings? {
        guard let mapping = training.mapping("privacy") else { return nil }
        for key in ["noiseMultiplier", "clippingBound"] where mapping.node(key) == nil {
            mapping.missing(key, remedy: "Write `privacy: {noiseMultiplier: 1.1, clippingBound: 1}`.")
        }
        let noise = mapping.number("noiseMultiplier", "a number from 0") { $0 >= 0 }
        let bound = mapping.number("clippingBound", "a number above 0") { $0 > 0 }
        mapping.refuseUnknownKeys()
        guard let noise, let bound else { return nil }
        return PrivacySettings(noiseMultiplier: noise, clippingBound: bound)
    }
}
