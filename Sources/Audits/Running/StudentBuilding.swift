import Attacks
import AuditCore
import Datasets
import Networks
import ShadowModels

/// The adversary against the target's training set: shadow student models on the transferred layers, and attacks that
/// learn from them.
struct StudentBuilding {
    let session: Session
    let materials: Materials
    let section: TargetSection
    /// The recipient's training records: members.
    let train: Dataset
    /// The recipient's test records: non-members.
    let test: Dataset
    private let shadowTrain: Dataset
    private let shadowTest: Dataset

    /// Hidden units of the head of an adversary who does not know the recipient's.
    private static let hidden = 64

    /// The adversary a manifest asks for; nil where it gives no shadow records of the recipient's task.
    init?(_ session: Session, _ materials: Materials, _ section: TargetSection) {
        guard let train = materials.targetTrain, let test = materials.targetTest,
            let shadowTrain = materials.targetShadowTrain, let shadowTest = materials.targetShadowTest
        else { return nil }
        self.session = session
        self.materials = materials
        self.section = section
        self.train = train
        self.test = test
        self.shadowTrain = shadowTrain
        self.shadowTest = shadowTest
    }

    private var size: Int { materials.studentSize }

    /// Whose record each is, members first; nil where a set does not say.
    var subjects: [String]? {
        guard let inside = train.subjects, let outside = test.subjects else { return nil }
        return inside + outside
    }

    /// The shadow models of one approach.
    func plan(_ approach: Approach) -> ShadowPlan {
        ShadowPlan(
            approach: approach,
            sizes: [size],
            repeats: 1,
            models: session.manifest.adversary.settings(approach)?.models ?? 1,
            recipe: section.training[approach] ?? TrainingRecipe()
        )
    }

    /// What would be done, for a plan.
    var planLines: [String] {
        ["attacks on the target's training set: \(AuditAttacks.onTarget.map(\.id).joined(separator: ", "))"]
            + section.approaches.map { approach in
                "shadow students: \(approach.rawValue): \(plan(approach).models) × size \(size) for each attack; "
                    + "\(train.count) members and \(test.count) non-members of the target's training set"
            }
    }

    /// The shadow student models an attack learns from: with the target's head where the adversary knows it, with another
    /// one otherwise.
    ///
    /// - Returns: nil for an attack that learns nothing.
    /// - Throws: `NetworkError` where the source model's head cannot answer K_t classes, or what training throws.
    func farm(_ attack: AttackDescriptor, _ approach: Approach, _ classes: Int) throws -> TrainedFarm? {
        guard attack.knowledge.contains(.targetShadowData) else { return nil }
        let trainer = ShadowTrainer(
            source: try student(isKnown: attack.knowledge.contains(.targetArchitecture), classes),
            train: (materials.records(shadowTrain), shadowTrain.labels),
            test: (materials.records(shadowTest), shadowTest.labels),
            store: session.store,
            seed: session.seed.derived(attack.id),
            device: session.device,
            threads: session.threads,
            cancellation: session.cancellation
        )
        return try session.stage("Training shadow students (\(attack.id), \(approach.rawValue))") { done in
            try trainer.train(plan(approach), done: done).first
        }
    }

    /// The transferred layers with a head for the recipient's classes.
    private func student(isKnown: Bool, _ classes: Int) throws -> SourceModel {
        let source = materials.source
        let (architecture, layerMap) =
            isKnown
            ? (try source.architecture.answering(classes: classes), Array(source.architecture.layers.indices))
            : try source.architecture.withOtherHead(after: source.cut, hidden: Self.hidden, classes: classes)
        // Shadow models draw heads of their own; of these weights only the transferred layers' are looked at.
        var weights = try architecture.freshWeights(session.seed.derived("student"))
        for layer in architecture.layers(upTo: source.cut) {
            weights.layers[layer] = source.weights.layers[layerMap[layer]]
        }
        return try SourceModel(architecture, weights: weights, cut: source.cut)
    }

    /// Runs one attack on the target model's answers for its own training records and for others.
    func attack(
        _ attack: any Attack.Type,
        _ approach: Approach,
        _ answers: Answers,
        _ farm: ShadowFarm?
    ) throws -> AttackRun {
        let input = AttackInput(
            queries: answers,
            shadows: farm?.models ?? [],
            classes: answers.classes,
            seed: session.seed.derived("attack-\(attack.descriptor.id)-\(approach.rawValue)", size),
            device: session.device,
            threads: session.threads,
            cancellation: session.cancellation
        )
        return try AttackStage.run(
            attack,
            input,
            members: train.count,
            approach: approach,
            size: farm?.size ?? 0,
            turn: 1,
            session
        )
    }

    /// What one attack cost the adversary.
    func cost(_ run: AttackRun, _ farm: TrainedFarm?, queries: Int) -> AttackCost {
        let draws = farm?.draws ?? []
        return AttackCost(
            attack: run.attack,
            approach: run.approach,
            queries: queries,
            shadowRecords: Set(draws.flatMap(\.trainRows)).count + Set(draws.flatMap(\.testRows)).count,
            coreSeconds: (farm?.farm.coreSeconds ?? 0) + run.coreSeconds
        )
    }

    /// The shadow student models in the report's words.
    func sheet(_ attack: AttackDescriptor, _ farm: ShadowFarm) -> ShadowSheet {
        let count = Double(max(1, farm.models.count))
        return ShadowSheet(
            approach: farm.approach,
            shadowSize: farm.size,
            models: farm.models.count,
            repeats: 1,
            training: plan(farm.approach).recipe.words(for: materials.source.trained(farm.approach)),
            trainAccuracy: farm.models.reduce(0) { $0 + $1.members.accuracy } / count,
            testAccuracy: farm.models.reduce(0) { $0 + $1.nonMembers.accuracy } / count,
            coreSeconds: farm.coreSeconds,
            reused: farm.reused,
            attack: attack.id
        )
    }

    /// Whether the recipient's records alone, without the model, tell members from non-members.
    func blindCheck() throws -> ValidityCheck {
        try session.stage("Running the controls of the target's records") { _ in
            try BlindClassifier(
                confidence: 0.99,
                seed: session.seed.derived("target"),
                threads: session.threads
            ).check(
                members: materials.records(train),
                nonMembers: materials.records(test),
                labels: (train.labels, test.labels),
                classes: max(2, train.classCount)
            ).ofTarget
        }
    }
}

extension ValidityCheck {
    /// The same check of the recipient's records, which holds for figures about the target's training set alone.
    var ofTarget: ValidityCheck {
        ValidityCheck(
            id: "target-\(id)",
            title: Phrase(key: "check.of-target", ["title": .phrase(title)]),
            result: result,
            sentence: sentence,
            value: value,
            interval: interval,
            affectsGates: affectsGates,
            population: .target
        )
    }
}
