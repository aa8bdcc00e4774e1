import AuditCore
import Networks
import ShadowModels
import Testing

@testable import Audits

/// What a depth curve would do, and how much work that is.
@Suite struct DepthPlanTests {
    private static let records = Workload.Records(audited: 60, shadow: 90, target: 30, student: 0)

    private func plan(_ approach: Approach, epochs: Int) -> ShadowPlan {
        ShadowPlan(approach: approach, sizes: [40], repeats: 1, models: 2, recipe: TrainingRecipe(epochs: epochs))
    }

    /// Whole networks are trained at every cut, heads as far as the cut leaves them, the baseline once.
    @Test func stepsOfACurve() {
        let plans = [plan(.baseline, epochs: 10), plan(.freezing, epochs: 20), plan(.fineTuning, epochs: 5)]
        let work = DepthWork(
            recipes: [.baseline: TrainingRecipe(epochs: 8), .fineTuning: TrainingRecipe(epochs: 4)],
            plans: plans,
            shares: [0.5, 0.25],
            records: Self.records
        )
        let trained = 2.0 * 40
        #expect(work.shadows[.baseline] == trained * (10 + 2.0 / 3))
        #expect(work.shadows[.fineTuning] == 2 * trained * (5 + 2.0 / 3))
        #expect(work.shadows[.freezing] == 50 + trained * 20 * 0.75)
        #expect(work.recipients == 30 * (8 + 2 * 4))
        #expect(work.answers == 20)
        let without = DepthWork(recipes: nil, plans: plans, shares: [0.5, 0.25], records: Self.records)
        #expect(without.recipients == 0 && without.total == work.total - work.recipients)
    }

    @Test func thePlanNamesTheCuts() throws {
        let audit = try PlantedAudit(["policy: gdpr-baseline": "depth: {shadowModels: 2}\npolicy: gdpr-baseline"])
        let manifest = try ManifestReader.read(path: audit.folder.path("audit.yaml"))
        let curve = try Audit.depthPlan(manifest, options: audit.options())
        #expect(curve.lines.contains { $0.hasSuffix("hidden (416), features (944)") })
        let freezing = try #require(curve.lines.first { $0.hasPrefix("shadow models: freezing: 2 ×") })
        #expect(freezing.contains("at each of 2 cuts"))
        #expect(!curve.lines.contains { $0.hasPrefix("target models") })
        // Beside an audit it is one line, and in the estimate.
        let both = try Audit.plan(manifest, options: audit.options())
        #expect(both.lines.contains { $0.hasPrefix("depth curve: hidden, features; about ") })
    }
}
