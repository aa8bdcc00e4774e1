import AuditCore
import Datasets
import Networks

/// The recipient's task of a manifest, for attacks on and through the target model (paper, appendix A; Zou et al. 2020).
public struct TargetSection: Sendable {
    /// Records of the recipient's task that are not the recipient's.
    public struct Shadow: Sendable {
        /// What the adversary trains shadow student models on.
        public var train: DatasetDescription
        /// What the adversary holds back from them.
        public var test: DatasetDescription
    }

    /// The recipient's training records (D_t^train).
    public var train: DatasetDescription
    /// Records to tell the target model's accuracy with; non-members of its training set (D_t^test).
    public var test: DatasetDescription?
    /// What an adversary holds that asks for the target's own training set; nil where that is not attacked.
    public var shadow: Shadow?
    /// How the recipient may use the transferred layers: `freezing`, `fine-tuning`, or both.
    public var approaches: [Approach]
    /// The recipient's finished model; nil to build one from `train`.
    public var model: ModelReference?
    /// How the recipient trains, per approach; `baseline` is without any transferred layer.
    public var training: [Approach: TrainingRecipe]
}
