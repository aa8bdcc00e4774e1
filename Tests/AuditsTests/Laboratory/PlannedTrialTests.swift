import AuditCore
import Networks
import TestSupport
import Testing

@testable import Audits

/// What trying countermeasures would do, and about how long it would take.
@Suite struct PlannedTrialTests {
    private func plan(_ countermeasures: String?) throws -> AuditPlan {
        var edits = LaboratoryTests.base
        if let countermeasures {
            edits["policy: gdpr-baseline"] = "countermeasures: \(countermeasures)\npolicy: gdpr-baseline"
        }
        let audit = try PlantedAudit(edits)
        return try Audit.hardeningPlan(
            ManifestReader.read(path: audit.folder.path("audit.yaml")),
            options: audit.options()
        )
    }

    private func lines(_ plan: AuditPlan) -> [String] {
        plan.lines.filter { $0.hasPrefix("countermeasure: ") || $0.hasPrefix("model trained again") }
    }

    @Test func trainingsAndAuditsAreInTheEstimate() throws {
        let edited = lines(try plan("[quantisation, label-only]"))
        #expect(edited.count == 2 && !edited.contains { $0.contains("trained") })
        #expect(edited[0].hasPrefix("countermeasure: quantisation(bits 8): audited as the model is, about "))
        let trained = try plan("[{l2: {weightDecay: 0.01}}, distillation]")
        #expect(lines(trained).count == 2 && lines(trained).allSatisfy { $0.contains(": trained, at most ") })
        #expect(lines(trained)[0].hasPrefix("model trained again without any: "))
        // Without reference records there is nothing to distil with.
        #expect(trained.lines.contains { $0.hasPrefix("left out: distillation(") && $0.contains("no records") })
    }

    @Test func withoutAListTheUsualOnesArePlanned() throws {
        let found = lines(try plan(nil))
        // An image's countermeasures are left out of tables of numbers; the model trained again is one more.
        #expect(found.count == Audit.usualCountermeasures.count + 1)
    }

    @Test func stepsOfATraining() {
        var recipe = TrainingRecipe(epochs: 30)
        #expect(Workload.training(recipe, records: 200) == 6000)
        recipe.privacy = PrivacySettings(noiseMultiplier: 1)
        #expect(Workload.training(recipe, records: 200) == 12_000)
    }
}
