import AuditCore
import ShadowModels

extension AdversarySection {
    /// The shadow models of every approach the manifest runs, in its order.
    public var plans: [ShadowPlan] {
        approaches.compactMap { approach in
            shadows[approach].map {
                ShadowPlan(
                    approach: approach,
                    sizes: $0.sizes,
                    repeats: $0.repeats,
                    models: $0.models,
                    recipe: $0.training
                )
            }
        }
    }
}
