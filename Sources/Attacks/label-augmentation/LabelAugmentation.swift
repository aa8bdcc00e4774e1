import AuditCore
import ShadowModels

/// Labels only: for which shifted and mirrored copies of an image the model keeps its label (Choquette-Choo et al. 2021,
/// section 3.3).
public struct LabelAugmentation: TrainedAttack {
    /// What the attack says about itself.
    public static let descriptor = AttackDescriptor.labels(
        "label-augmentation",
        .augmentation,
        defaults: [("queries", Phrase(verbatim: "\(AugmentationObserver.queries)"))] + AttackDescriptor.observedNetworks
            + [("threshold", Phrase(key: "attack.thresholds.balanced"))]
    )

    private let parameters: AttackParameters

    /// An attack whose network trains by `parameters`, and that chooses its threshold by their rule.
    public init(parameters: AttackParameters) { self.parameters = parameters }

    /// Log odds of membership by a network that weighs the shares of right labels.
    public func scores(_ input: AttackInput) throws -> AttackScores {
        try ObservedNetworks(input, parameters: parameters).decided()
    }
}
