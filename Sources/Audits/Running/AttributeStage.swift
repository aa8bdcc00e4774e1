import Attacks
import AuditCore
import ShadowModels

/// Attacks the source training population as a whole, through the target model, with shadow worlds (Liew and Takahashi
/// 2020).
///
/// A world is a shadow source model trained on a population rich or poor in a value of the attribute; a shadow target
/// model is built on its layers as the recipient builds its own.
struct AttributeStage: Sendable {
    /// Every score; nil where nothing was asked.
    var book: AttributeBook?
    /// The shadow models of the worlds as the report describes them.
    var sheets: [ShadowSheet] = []
    /// What each attack cost the adversary.
    var costs: [AttackCost] = []

    /// Trains the worlds and runs every attack on them and on the audited target model.
    static func run(
        _ session: Session,
        _ materials: Materials,
        _ question: AttributeQuestion?,
        _ trainer: ShadowTrainer,
        _ targets: TargetStage
    ) throws -> AttributeStage {
        guard let question, let section = session.manifest.target, let train = materials.targetTrain else {
            return AttributeStage()
        }
        let recipe = session.manifest.adversary.worldTraining
        let worlds = try session.stage("Training shadow worlds") { done in
            try trainer.worlds(question.draws, recipe: recipe, done: done)
        }
        let building = TargetBuilding(
            session: session,
            materials: materials,
            section: section,
            train: train,
            probes: question.probes
        )
        var stage = AttributeStage(sheets: [sheet(question, worlds, recipe.words(for: materials.source.architecture))])
        var runs: [AttributeRun] = []
        for approach in section.approaches {
            guard let attacked = targets.probes[approach] else { continue }
            let (answers, coreSeconds) = try session.stage("Building target models of worlds (\(approach.rawValue))") {
                try building.targets(of: worlds, approach, question.draws.size, $0)
            }
            let input = AttributeInput(
                worlds: zip(worlds, answers).map { AttributeInput.World(isRich: $0.world.isRich, answers: $1) },
                attacked: attacked,
                hasValue: question.hasValue,
                classes: materials.source.classes,
                seed: session.seed.derived("attack-attribute-\(approach.rawValue)")
            )
            for attack in question.attacks {
                try session.cancellation.check()
                let watch = Stopwatch()
                let scores = try attack.init().scores(input)
                let descriptor = attack.descriptor
                runs.append(
                    AttributeRun(
                        attack: descriptor.id,
                        approach: approach,
                        size: question.draws.size,
                        scores: scores.worlds,
                        parts: scores.parts,
                        isRich: worlds.map(\.world.isRich),
                        attacked: scores.attacked,
                        learns: attack.learns
                    )
                )
                let own = attack.learns ? worlds.reduce(coreSeconds) { $0 + $1.coreSeconds } : 0
                let records = attack.learns ? question.draws.worlds.reduce(0) { $0 + $1.rows.count } : 0
                stage.costs.append(
                    AttackCost(
                        attack: descriptor.id,
                        approach: approach,
                        queries: question.hasValue.count,
                        shadowRecords: records + question.hasValue.count,
                        coreSeconds: own + watch.seconds
                    )
                )
            }
        }
        stage.book = AttributeBook(
            value: question.value,
            share: session.manifest.adversary.attribute.share,
            truth: question.truth,
            runs: runs
        )
        return stage
    }

    private static func sheet(_ question: AttributeQuestion, _ worlds: [TrainedWorld], _ training: Phrase)
        -> ShadowSheet
    {
        let count = Double(max(1, worlds.count))
        return ShadowSheet(
            approach: .baseline,
            shadowSize: question.draws.size,
            models: worlds.count,
            repeats: 1,
            training: training,
            trainAccuracy: worlds.reduce(0) { $0 + $1.answers.members.accuracy } / count,
            testAccuracy: worlds.reduce(0) { $0 + $1.answers.nonMembers.accuracy } / count,
            coreSeconds: worlds.reduce(0) { $0 + $1.coreSeconds },
            reused: worlds.count { $0.isReused },
            attack: question.attacks.first?.descriptor.id
        )
    }
}
