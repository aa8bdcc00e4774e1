import AuditCore
import KerasModels
import Networks
import ShadowModels

/// What a depth curve would do.
struct DepthPlan {
    /// Where the source model would be cut, the shallowest cut first.
    let cuts: [DepthCut]
    /// The shadow models, the same at every cut.
    let plans: [ShadowPlan]
    /// How much work it is.
    let work: DepthWork

    /// - Throws: what `DepthCut.all` throws, or what the data do not allow.
    init(_ survey: DepthSurvey, _ materials: Materials, _ estimate: WorkEstimate) throws {
        let manifest = survey.session.manifest
        cuts = try DepthCut.all(of: materials.source, survey.section, manifest)
        plans = try materials.plans(manifest).plans
        let inspection = ModelInspection(materials.model)
        let after = Dictionary(
            inspection.rows.compactMap { row in row.cut.map { (row.name, Double($0.multiplyAddsAfter)) } },
            uniquingKeysWith: { $1 }
        )
        let hasRecipient = materials.targetTrain != nil && materials.targetTest != nil
        work = estimate.depth(
            recipes: hasRecipient ? survey.recipes : nil,
            plans,
            shares: cuts.map { (after[$0.name] ?? 0) / Double(max(1, inspection.multiplyAdds)) }
        )
    }

    /// The cuts by name.
    var names: String { cuts.map(\.name).joined(separator: ", ") }
}
