/// Every countermeasure. A new one is one folder and one line here.
public enum CountermeasureCatalog {
    /// All countermeasures, in the order of lists and reports.
    public static let all: [any Countermeasure.Type] = [
        FewerLayers.self, DifferentialPrivacy.self, WeightDecay.self, DropoutTraining.self, EarlyStoppedTraining.self,
        LabelSmoothing.self, AugmentedTraining.self, MixupTraining.self,
        AdversarialRegularisation.self, DistilledTraining.self,
        DomainAdaptation.self,
        LayerNoise.self, PrunedLayers.self, QuantisedLayers.self, LowRankLayers.self, ReinitialisedLayers.self,
        AveragedWeights.self, ProtectedParameters.self,
        NoisyAnswers.self, RoundedAnswers.self, TopAnswers.self, TemperedAnswers.self, LabelAnswers.self,
        MemGuard.self,
    ]

    /// What each says about itself.
    public static let descriptors = all.map { $0.descriptor }

    /// Those a report recommends, or warns against, where nothing was measured: one of each kind, the best-founded first.
    public static let general: [CountermeasureDescriptor] = [
        FewerLayers.descriptor, DifferentialPrivacy.descriptor, WeightDecay.descriptor, DropoutTraining.descriptor,
        EarlyStoppedTraining.descriptor, ProtectedParameters.descriptor, NoisyAnswers.descriptor,
    ]

    /// A countermeasure by its id.
    public static func named(_ id: String) -> (any Countermeasure.Type)? { all.first { $0.descriptor.id == id } }
}
