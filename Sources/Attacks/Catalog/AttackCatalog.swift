import AuditCore

/// Every attack, in the order reports list them. A new attack is one folder and one line here.
public enum AttackCatalog {
    /// All attacks that score records.
    public static let all: [any Attack.Type] = [
        TransMIADNN.self,
        TransMIASVM.self,
        TransMIAEntropy.self,
        LiRA.self,
        OfflineLiRA.self,
        RMIA.self,
        OfflineRMIA.self,
        LossThresholds.self,
        LossGlobalThreshold.self,
        ConfidenceThresholds.self,
        ConfidenceGlobalThreshold.self,
        EntropyThresholds.self,
        EntropyGlobalThreshold.self,
        ModifiedEntropyThresholds.self,
        ModifiedEntropyGlobalThreshold.self,
        LayersOwnHead.self,
        LayersCentroid.self,
        LayersDensity.self,
        LayersNorm.self,
        WhiteBoxGradientNorm.self,
        WhiteBoxGradients.self,
        StolenMemories.self,
        StolenMemoriesBayes.self,
        FederatedGradients.self,
        HardenedTop3.self,
        HardenedRounded.self,
        HardenedLabels.self,
        LabelNoise.self,
        LabelAugmentation.self,
        LabelBoundary.self,
        TargetBlackBoxDNN.self,
        TargetSubjects.self,
        StudentDNN.self,
        StudentDNNUnknown.self,
        Gap.self,
        StudentGap.self,
    ]

    /// All attacks that ask for the training population as a whole.
    public static let attributes: [any AttributeAttack.Type] = [TargetAttribute.self, TargetAttributeUnaided.self]

    /// What each says about itself.
    public static var descriptors: [AttackDescriptor] {
        all.map { $0.descriptor } + attributes.map { $0.descriptor }
    }

    /// The attack on records with an id.
    public static func attack(_ id: String) -> (any Attack.Type)? { all.first { $0.descriptor.id == id } }
}
