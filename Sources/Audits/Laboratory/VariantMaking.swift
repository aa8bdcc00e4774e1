import AuditCore
import Countermeasures
import Diagnostics
import Networks
import ShadowModels

/// Makes the models of the laboratory.
struct VariantMaking {
    let session: Session
    let materials: Materials
    /// Where models are written to, to be shared: they are audited as they are read back, and their noise comes from the
    /// system; nil where nothing is shared.
    var drafts: HardenedDrafts?

    /// How the source model was trained.
    private func plan() throws -> TrainingPlan {
        let recipe = SourceRecipe.of(session.manifest, materials.model, records: materials.members.count)
        return TrainingPlan(
            architecture: materials.source.architecture,
            recipe: recipe,
            records: materials.members.count,
            reference: try materials.referenceRecords(),
            persons: materials.members.subjects,
            adversaryKnowsPersons: materials.subjectGroups != nil
        )
    }

    private var adversary: AdversarySection { session.manifest.adversary }

    /// The model as it is; trained again, where a countermeasure changes its training; and one model per countermeasure, in
    /// the order asked for.
    func models(_ asked: [CountermeasureSettings]) throws -> [VariantResult] {
        let original = Variant(kind: .original, source: materials.source, adversary: adversary)
        let trainings = asked.indices.filter { measure(asked[$0]) is any TrainingCountermeasure.Type }
        var made = try trained(trainings.map { asked[$0] })
        let retrained = trainings.isEmpty ? [] : [made.removeFirst()]
        var byPlace = Dictionary(uniqueKeysWithValues: zip(trainings, made))
        for place in asked.indices where byPlace[place] == nil { byPlace[place] = try edited(asked[place]) }
        let all = [.made(original)] + retrained + asked.indices.compactMap { byPlace[$0] }
        return try all.enumerated().map { try filed($1, number: $0) }
    }

    /// What `models` would make besides the model as it is, and how much work that is.
    func plannedTrials(_ asked: [CountermeasureSettings]) throws -> [PlannedTrial] {
        guard !asked.isEmpty else { return [] }
        let plan = try plan()
        let isTraining: (CountermeasureSettings) -> Bool = { measure($0) is any TrainingCountermeasure.Type }
        let all = (asked.contains(where: isTraining) ? [nil] : []) + asked.map(Optional.some)
        return all.map { settings in
            guard settings.map(isTraining) ?? true else {
                return PlannedTrial(settings: settings, training: 0, refusal: nil)
            }
            switch planned(settings, plan) {
            case .success(let plan):
                let steps = Workload.training(plan.recipe, records: plan.records)
                return PlannedTrial(settings: settings, training: steps, refusal: nil)
            case .failure(let error): return PlannedTrial(settings: settings, training: 0, refusal: error)
            }
        }
    }

    /// The variant as its file has it; as it is, with the reason, where it cannot be written.
    private func filed(_ result: VariantResult, number: Int) throws -> VariantResult {
        guard let drafts, case .made(var variant) = result, let settings = variant.settings,
            measure(settings) is any TrainingCountermeasure.Type || measure(settings) is any LayerCountermeasure.Type
        else { return result }
        do {
            let draft = try drafts.draft(variant.source, of: materials, number: number)
            variant.source = draft.source
            variant.file = HardenedModel(
                settings: settings,
                path: draft.path,
                cut: draft.cut,
                isSecret: variant.isSecret,
                inputShape: draft.source.architecture.inputShape,
                adversary: variant.adversary,
                keepsCheckpoints: !variant.isTrained && materials.source.hasArchitecture(of: draft.source)
            )
        } catch let error as any DiagnosticError {
            try session.cancellation.check()
            variant.refusal = error
        }
        return .made(variant)
    }

    private func measure(_ settings: CountermeasureSettings) -> (any Countermeasure.Type)? {
        CountermeasureCatalog.named(settings.id)
    }

    /// The source model trained again without a defence, then with each.
    private func trained(_ asked: [CountermeasureSettings]) throws -> [VariantResult] {
        guard !asked.isEmpty else { return [] }
        let trainer = SourceTrainer(
            records: materials.records(materials.members),
            labels: materials.members.labels,
            store: session.store,
            device: session.device,
            threads: session.threads,
            cancellation: session.cancellation
        )
        // All start from the same weights and see the records in the same order: what differs is the defence.
        let seed = session.seed.derived("source")
        let plan = try plan()
        let all = [nil] + asked.map(Optional.some)
        var results: [Int: VariantResult] = [:]
        var planned: [(place: Int, plan: TrainingPlan)] = []
        for (place, settings) in all.enumerated() {
            switch self.planned(settings, plan) {
            case .success(let plan): planned.append((place, plan))
            case .failure(let error): results[place] = .unmade(settings, error)
            }
        }
        let jobs = planned.map {
            SourceTrainer.Job(
                architecture: $0.plan.architecture,
                recipe: $0.plan.recipe,
                seed: seed,
                isSecret: drafts != nil
            )
        }
        let outcomes = try session.stage("Training source models") { try trainer.train(jobs, done: $0) }
        for (job, outcome) in zip(planned, outcomes) {
            results[job.place] = try result(all[job.place], job.plan, outcome)
        }
        return all.indices.compactMap { results[$0] }
    }

    private func planned(
        _ settings: CountermeasureSettings?,
        _ plan: TrainingPlan
    ) -> Result<TrainingPlan, CountermeasureError> {
        guard let settings, let measure = measure(settings) as? any TrainingCountermeasure.Type else {
            return .success(plan)
        }
        do { return .success(try measure.init(settings).hardened(plan)) } catch { return .failure(error) }
    }

    private func result(
        _ settings: CountermeasureSettings?,
        _ plan: TrainingPlan,
        _ outcome: SourceTrainer.Outcome
    ) throws -> VariantResult {
        switch outcome {
        case .diverged(let error):
            return .unmade(settings, .failed, Phrase(verbatim: error.summary))
        case .trained(let weights, let coreSeconds):
            // A layer that a defence added has moved the nodes behind it: the cut is found again by its layer.
            let before = materials.source.architecture
            let name = before.layers[before.nodes[materials.source.cut].layer].name
            let cut = try plan.architecture.cut(after: name)
            return .made(
                Variant(
                    kind: settings == nil ? .retrained : .countermeasure,
                    settings: settings,
                    source: try SourceModel(plan.architecture, weights: weights, cut: cut),
                    adversary: adapted(to: settings, plan),
                    privacy: plan.privacy,
                    coreSeconds: coreSeconds,
                    isSecret: drafts != nil && plan.recipe.privacy != nil
                )
            )
        }
    }

    /// The adversary trains shadow models with the same defence.
    private func adapted(to settings: CountermeasureSettings?, _ plan: TrainingPlan) -> AdversarySection {
        guard let settings, let measure = measure(settings) as? any TrainingCountermeasure.Type else {
            return adversary
        }
        var adapted = adversary
        for (approach, shadow) in adversary.shadows {
            adapted.shadows[approach]?.training = measure.init(settings).adapted(shadow.training, to: plan)
        }
        return adapted
    }

    /// The layers or the answers of the model as it is, changed.
    private func edited(_ settings: CountermeasureSettings) throws -> VariantResult {
        var source = materials.source
        var isSecret = false
        if let measure = measure(settings) as? any AnswerCountermeasure.Type {
            do {
                source.service = try OwnAnswering(session: session, materials: materials).service(measure, settings)
            } catch let error as CountermeasureError {
                return .unmade(settings, error)
            }
        } else if let measure = measure(settings) as? any LayerCountermeasure.Type {
            let layers = TransferredLayers(
                architecture: source.architecture,
                weights: source.weights,
                cut: source.cut,
                earlier: materials.checkpoints
            )
            do {
                let hardened: TransferredLayers
                if drafts != nil, let noisy = measure as? any NoisyCountermeasure.Type {
                    isSecret = true
                    hardened = try noisy.init(settings).hardened(layers, noise: .system)
                } else {
                    let seed = session.seed.derived("hardened-\(settings.text)")
                    hardened = try measure.init(settings).hardened(layers, seed: seed)
                }
                source = try SourceModel(hardened.architecture, weights: hardened.weights, cut: hardened.cut)
            } catch let error as CountermeasureError {
                return .unmade(settings, error)
            }
        } else {
            return .unmade(settings, .notApplicable, Phrase(key: "trial.nothing-to-measure"))
        }
        return .made(
            Variant(
                kind: .countermeasure,
                settings: settings,
                source: source,
                adversary: adversary,
                isSecret: isSecret
            )
        )
    }
}
