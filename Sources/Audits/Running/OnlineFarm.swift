import AuditCore
import ShadowModels

/// The reference models of one approach that know some of the audited records.
struct OnlineFarm: Sendable {
    /// How they use the transferred layers.
    let approach: Approach
    /// Records per training set.
    let size: Int
    /// The models.
    let models: [ReferenceModel]
    /// Processor time spent, in core-seconds.
    let coreSeconds: Double

    /// Names the models of an approach.
    init(approach: Approach, size: Int, _ trained: (models: [ReferenceModel], coreSeconds: Double)) {
        self.approach = approach
        self.size = size
        models = trained.models
        coreSeconds = trained.coreSeconds
    }
}
