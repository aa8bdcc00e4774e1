import AuditCore
import Networks
import ShadowModels

/// How much work a depth curve is, in training steps: one record once forward and back through the whole network.
///
/// The attacks' own learning and the controls are not in it.
struct DepthWork: Sendable, Equatable {
    /// Shadow models at all cuts, trained and asked, by approach; the baseline's once.
    private(set) var shadows: [Approach: Double] = [:]
    /// The recipient's models at all cuts, and the one from scratch.
    let recipients: Double
    /// The source model's own answers.
    let answers: Double

    /// All of it.
    var total: Double { shadows.values.reduce(0, +) + recipients + answers }

    /// The work of a curve.
    ///
    /// - Parameters:
    ///   - recipes: of the recipient's models by approach, the one from scratch under `baseline`; nil without a recipient.
    ///   - plans: the shadow models, as far as the data allow.
    ///   - shares: per cut, the share of the network's work that lies after it, in [0, 1].
    ///   - records: how many there are.
    init(recipes: [Approach: TrainingRecipe]?, plans: [ShadowPlan], shares: [Double], records: Workload.Records) {
        // Heads are trained on features that are computed once for all cuts.
        let heads = shares.reduce(0) { $0 + max($1, Workload.head) }
        let whole = Double(shares.count)
        for plan in plans {
            let atOneCut = Workload.shadows(plan, records, isRecordwise: false)
            switch plan.approach {
            case .none, .given, .baseline: shadows[plan.approach] = atOneCut
            case .fineTuning: shadows[plan.approach] = whole * atOneCut
            case .freezing:
                let trained = Double(plan.sizes.reduce(0, +) * plan.models * plan.repeats * plan.recipe.epochs)
                shadows[plan.approach] = Workload.forward * Double(records.shadow + records.audited) + trained * heads
            }
        }
        recipients = (recipes ?? [:]).reduce(0) { sum, recipe in
            let passes =
                switch recipe.key {
                case .none, .given, .baseline: Double(recipe.value.epochs)
                case .fineTuning: whole * Double(recipe.value.epochs)
                case .freezing: Workload.forward + heads * Double(recipe.value.epochs)
                }
            return sum + passes * Double(records.target)
        }
        answers = Workload.forward * Double(records.audited)
    }
}
