import Networks
import Tensors
import Testing

@testable import Countermeasures

/// Differential privacy as a change of a training plan.
@Suite struct DifferentialPrivacyTests {
    private func hardened(
        _ values: [String: Double],
        persons: [String]? = nil,
        adversaryKnows: Bool = false
    ) throws -> TrainingPlan {
        let recipe = TrainingRecipe(epochs: 60, regularisation: Regularisation(mixup: 0.4))
        let plan = TrainingPlan(
            architecture: try SmallModel.normalised(),
            recipe: recipe,
            records: 5000,
            persons: persons,
            adversaryKnowsPersons: adversaryKnows
        )
        let settings = CountermeasureSettings(DifferentialPrivacy.descriptor, values)
        return try DifferentialPrivacy(settings).hardened(plan)
    }

    @Test func theNoiseKeepsWithinTheEpsilon() throws {
        let plan = try hardened(["epsilon": 1, "epochs": 10, "batchSize": 250])
        let statement = try #require(plan.privacy)
        #expect(statement.pld <= 1)
        #expect(statement.pld > 0.995)
        #expect(statement.mechanism.steps == 200)
        #expect(plan.recipe.privacy?.noiseMultiplier == statement.mechanism.noise)
        #expect(plan.recipe.epochs == 10 && plan.recipe.batchSize == 250)
        #expect(plan.recipe.regularisation == .none)
        let more = try hardened(["epsilon": 4, "epochs": 10, "batchSize": 250])
        #expect((more.privacy?.mechanism.noise ?? 9) < statement.mechanism.noise)
    }

    /// Batch statistics let one record see the others.
    @Test func noBatchNormalisationIsLeft() throws {
        let layers = try hardened([:]).architecture.layers
        #expect(!layers.contains { $0.layer is BatchNorm })
        #expect(layers.contains { $0.layer is GroupNorm && $0.name == "n" })
    }

    /// N, the batches and so ε count persons; the adversary does likewise who knows whose the records are.
    @Test func personsAreTheUnits() throws {
        let persons = (0..<5000).map { "p\($0 / 5)" }
        let values = ["persons": 1.0, "contributions": 3, "epsilon": 2, "epochs": 10, "batchSize": 50]
        for adversaryKnows in [true, false] {
            let plan = try hardened(values, persons: persons, adversaryKnows: adversaryKnows)
            let mechanism = try #require(plan.privacy?.mechanism)
            #expect(mechanism.records == 1000 && mechanism.batch == 50 && mechanism.steps == 200)
            #expect(plan.recipe.privacy?.protectsPersons == true && plan.recipe.privacy?.mostRecordsPerPerson == 3)
            let measure = DifferentialPrivacy(CountermeasureSettings(DifferentialPrivacy.descriptor, values))
            let adapted = measure.adapted(TrainingRecipe(), to: plan)
            #expect(adapted.privacy?.protectsPersons == adversaryKnows)
            #expect(adapted.privacy?.noiseMultiplier == mechanism.noise)
        }
        let records = try hardened(["epsilon": 2, "epochs": 10, "batchSize": 50], persons: persons)
        #expect(records.privacy?.mechanism.records == 5000 && records.recipe.privacy?.protectsPersons == false)
        let error = #expect(throws: CountermeasureError.self) { try hardened(values) }
        #expect(error?.code == .notApplicable && error?.summary.contains("subject") == true)
    }

    @Test func theAdversaryClipsAndAddsNoiseAsTheOwnerDid() throws {
        let plan = try hardened(["epsilon": 2])
        let shadow = TrainingRecipe(epochs: 15, batchSize: 32)
        let measure = DifferentialPrivacy(CountermeasureSettings(DifferentialPrivacy.descriptor))
        let adapted = measure.adapted(shadow, to: plan)
        #expect(adapted.epochs == 15 && adapted.batchSize == 32)
        #expect(adapted.privacy == plan.recipe.privacy)
    }
}
