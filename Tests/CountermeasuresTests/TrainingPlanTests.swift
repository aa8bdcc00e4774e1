import Networks
import Tensors
import Testing

@testable import Countermeasures

/// What defences change about how a source model is trained.
@Suite struct TrainingPlanTests {
    private func plan() throws -> TrainingPlan {
        TrainingPlan(architecture: try SmallModel.layers().architecture, recipe: TrainingRecipe(), records: 1000)
    }

    private func recipe(_ measure: any TrainingCountermeasure.Type, _ values: [String: Double] = [:]) throws
        -> TrainingRecipe
    {
        try measure.init(CountermeasureSettings(measure.descriptor, values)).hardened(plan()).recipe
    }

    @Test func recipesChangeInOnePlace() throws {
        #expect(try recipe(WeightDecay.self, ["weightDecay": 0.01]) == TrainingRecipe(weightDecay: 0.01))
        #expect(
            try recipe(LabelSmoothing.self, ["share": 0.2])
                == TrainingRecipe(regularisation: Regularisation(labelSmoothing: 0.2))
        )
        #expect(
            try recipe(MixupTraining.self, ["alpha": 0.3]) == TrainingRecipe(regularisation: Regularisation(mixup: 0.3))
        )
        #expect(
            try recipe(AugmentedTraining.self, ["pixels": 3, "mirrored": 0])
                == TrainingRecipe(
                    regularisation: Regularisation(augmentation: Augmentation(pixels: 3, isMirrored: false))
                )
        )
        #expect(
            try recipe(EarlyStoppedTraining.self, ["share": 0.2, "patience": 3])
                == TrainingRecipe(
                    regularisation: Regularisation(earlyStopping: EarlyStopping(share: 0.2, patience: 3))
                )
        )
    }

    /// At inference a dropout changes nothing, and the weights keep their places.
    @Test func dropoutStandsBeforeTheAnswer() throws {
        let before = try SmallModel.layers()
        let measure = DropoutTraining(CountermeasureSettings(DropoutTraining.descriptor, ["rate": 0.3]))
        let after = try measure.hardened(plan()).architecture
        #expect(after.layers.map(\.name) == before.architecture.layers.map(\.name) + ["dropout"])
        #expect((after.layers.last?.layer as? Dropout)?.rate == 0.3)
        let dense = after.nodes[after.output]
        #expect(after.layers[dense.layer].name == "d")
        #expect(after.layers[after.nodes[dense.inputs[0]].layer].name == "dropout")
        var hardened = before
        hardened.architecture = after
        hardened.weights.layers.append([])
        #expect(try SmallModel.answers(hardened) == SmallModel.answers(before))
        let twice = DropoutTraining(CountermeasureSettings(DropoutTraining.descriptor, ["rate": 0.6]))
        let again = try twice.hardened(TrainingPlan(architecture: after, recipe: TrainingRecipe(), records: 1000))
            .architecture
        #expect(again.layers.count == after.layers.count)
        #expect((again.layers.last?.layer as? Dropout)?.rate == 0.6)
    }

    /// Reference records come in with what is done with them, for the adversary, too; without any nothing can be done.
    @Test func referenceRecordsAreUsed() throws {
        let reference = ReferenceRecords(records: RecordBatches(try SmallModel.records()), labels: [0], digest: "ten")
        let uses: [(any TrainingCountermeasure.Type, [String: Double], ReferenceTraining.Use)] = [
            (AdversarialRegularisation.self, ["weight": 2, "steps": 7], .adversarial(weight: 2, steps: 7)),
            (
                DistilledTraining.self, ["temperature": 3, "share": 0.5],
                .distillation(temperature: 3, share: 0.5)
            ),
            (DomainAdaptation.self, ["weight": 0.5], .alignment(weight: 0.5)),
        ]
        for (kind, values, use) in uses {
            let measure = kind.init(CountermeasureSettings(kind.descriptor, values))
            let own = TrainingPlan(
                architecture: try SmallModel.layers().architecture,
                recipe: TrainingRecipe(epochs: 7),
                records: 1000,
                reference: reference
            )
            let expected = ReferenceTraining(use, reference)
            let hardened = try measure.hardened(own)
            #expect(hardened.recipe == TrainingRecipe(epochs: 7, reference: expected))
            let adapted = measure.adapted(TrainingRecipe(epochs: 3), to: hardened)
            #expect(adapted == TrainingRecipe(epochs: 3, reference: expected))
            let error = #expect(throws: CountermeasureError.self) { try measure.hardened(try plan()) }
            #expect(error?.code == .notApplicable && error?.summary.contains("data.reference") == true)
        }
    }

    @Test func imagesAloneAreAugmented() throws {
        let flat = try Architecture(
            name: "flat",
            inputShape: [7],
            [NamedLayer(name: "a", kind: "Dense", layer: Dense(inputs: 7, units: 2))]
        )
        let measure = AugmentedTraining(CountermeasureSettings(AugmentedTraining.descriptor))
        #expect(throws: CountermeasureError.self) {
            try measure.hardened(TrainingPlan(architecture: flat, recipe: TrainingRecipe(), records: 1000))
        }
    }
}
