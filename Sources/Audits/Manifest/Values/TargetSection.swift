import AuditCore
import Datasets
import Networks

/// The recipient's task of a manifest, for the black-box-target attack (paper, appendix A).
public struct TargetSection: Sendable {
    /// The recipient's training records (D_t^train).
    public var train: DatasetDescription
    /// Records to tell the target model's accuracy with.
    public var test: DatasetDescription?
    /// How the recipient may use the transferred layers: `freezing`, `fine-tuning`, or both.
    public var approaches: [Approach]
    /// The recipient's finished model; nil to build one from `train`.
    public var model: ModelReference?
    /// How the recipient trains, per approach.
    public var training: [Approach: TrainingRecipe]
}
