import AuditCore
import Datasets
import KerasModels
import Networks
import ShadowModels
import Tensors

/// One recipient's approach: its target model, and the shadow target models made the same way.
struct TargetBuilding {
    let session: Session
    let materials: Materials
    let section: TargetSection
    let train: Dataset
    /// Records that attacks on the training population ask about, with their source labels.
    let probes: (records: RecordBatches, labels: [Int])?

    func build(
        _ stage: TargetStage,
        _ approach: Approach,
        _ donors: [TrainedFarm],
        _ shadows: ShadowTrainer,
        _ done: @escaping @Sendable (Double) -> Void
    ) throws -> TargetStage {
        let trainer = try trainer()
        let recipe = section.training[approach] ?? TrainingRecipe()
        let models = donors.reduce(0) { $0 + $1.weights.count }
        let share = 1 / Double(models + 1)
        let own = try target(trainer, approach, recipe) { done($0 * share) }
        var farms: [ShadowFarm] = []
        for donor in donors {
            farms.append(
                try farm(trainer, approach, recipe, donor, shadows) { done($0 * share * Double(donor.weights.count)) }
            )
        }
        return TargetStage(
            answers: stage.answers.merging([approach: own.answers]) { $1 },
            own: stage.own.merging([approach: own.records]) { $1 },
            probes: stage.probes.merging([approach: own.probes]) { $1 },
            farms: stage.farms + farms,
            sheets: stage.sheets + [own.sheet],
            skips: stage.skips
        )
    }

    /// Builds target models as the recipient does.
    func trainer() throws -> TargetTrainer {
        try TargetTrainer(
            source: materials.source,
            records: materials.records(train),
            labels: train.labels,
            classes: max(2, train.classCount),
            store: session.store,
            device: session.device,
            threads: session.threads,
            cancellation: session.cancellation
        )
    }

    /// The recipient's own target model: read from its file, or built on the source model's layers.
    private func target(
        _ trainer: TargetTrainer,
        _ approach: Approach,
        _ recipe: TrainingRecipe,
        _ done: @escaping @Sendable (Double) -> Void
    ) throws -> (answers: Answers, records: Answers, probes: Answers, sheet: TargetSheet) {
        let audited = materials.records(materials.members).appending(materials.records(materials.nonMembers))
        let labels = materials.members.labels + materials.nonMembers.labels
        let tested = materials.targetTest.map { audited.appending(materials.records($0)) } ?? audited
        let queries = probes.map { tested.appending($0.records) } ?? tested
        let logits: TensorValues
        if let file = section.model {
            logits = try finished(file, queries.appending(materials.records(train)), classes: trainer.classes)
            done(1)
        } else {
            let donor = TargetTrainer.Donor(
                weights: materials.source.weights,
                queryRows: Array(0..<queries.count),
                seed: session.seed.derived("target-\(approach.rawValue)")
            )
            logits = try trainer.train(
                approach: approach,
                recipe: recipe,
                donors: [donor],
                queries: queries,
                done: done
            )[0].logits
        }
        let testLabels = materials.targetTest?.labels ?? []
        let all = Answers(
            logits: logits.floats,
            classes: trainer.classes,
            labels: labels + testLabels + (probes?.labels ?? []) + self.train.labels
        )
        let test = all.picking(Array(audited.count..<tested.count))
        let probes = all.picking(Array(tested.count..<queries.count))
        let train = all.picking(Array(queries.count..<all.count))
        let sheet = TargetSheet(
            approach: approach,
            records: train.count,
            classes: trainer.classes,
            trainAccuracy: train.accuracy,
            testAccuracy: testLabels.isEmpty ? nil : test.accuracy
        )
        return (all.picking(Array(0..<audited.count)), train.appending(test), probes, sheet)
    }

    private func finished(_ file: ModelReference, _ records: RecordBatches, classes: Int) throws -> TensorValues {
        let model = try file.answering { records.recordShape }
        let (architecture, _) = try model.architecture.answeringLogits()
        guard architecture.outputShape == [classes], architecture.inputShape == records.recordShape else {
            throw AuditError(
                .targetMismatch,
                "the target model takes \(architecture.inputShape) and answers \(architecture.outputShape[0]) classes, its "
                    + "data have the shape \(records.recordShape) and \(classes) classes",
                at: session.manifest.location(of: "target.model"),
                remedy: "Name the target model that was trained on `target.train`."
            )
        }
        return try ParallelOutputs(
            architecture,
            weights: model.weights,
            device: session.device,
            threads: session.threads,
            cancellation: session.cancellation
        )(records)
    }

    /// Shadow target models on the layers of one baseline farm.
    private func farm(
        _ trainer: TargetTrainer,
        _ approach: Approach,
        _ recipe: TrainingRecipe,
        _ donor: TrainedFarm,
        _ shadows: ShadowTrainer,
        _ done: @escaping @Sendable (Double) -> Void
    ) throws -> ShadowFarm {
        let rows = donor.draws.map { $0.trainRows + $0.testRows.map { $0 + shadows.trainCount } }
        let seed = session.seed.derived("shadow-target-\(approach.rawValue)", donor.farm.size)
            .derived("repeat", donor.farm.repeatIndex)
        let results = try trainer.train(
            approach: approach,
            recipe: recipe,
            donors: donor.weights.enumerated().map { index, weights in
                TargetTrainer.Donor(weights: weights, queryRows: rows[index], seed: seed.derived("model", index))
            },
            queries: shadows.records,
            done: done
        )
        let models = zip(zip(donor.draws, rows), results).map { pair, result in
            let (draw, rows) = pair
            let values = Array(result.logits.floats[..<(rows.count * trainer.classes)])
            let all = Answers(
                logits: values,
                classes: trainer.classes,
                labels: rows.map { shadows.labels[$0] }
            )
            let split = draw.trainRows.count
            return ShadowAnswers(
                members: all.picking(Array(0..<split)),
                nonMembers: all.picking(Array(split..<rows.count)),
                records: rows
            )
        }
        return ShadowFarm(
            approach: approach,
            size: donor.farm.size,
            repeatIndex: donor.farm.repeatIndex,
            models: models,
            coreSeconds: results.reduce(0) { $0 + $1.coreSeconds } + donor.farm.coreSeconds,
            reused: results.count { $0.isReused }
        )
    }
}
