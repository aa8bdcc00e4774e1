import Attacks
import AuditCore
import ShadowModels

/// The attacks on saved predictions, with saved shadow answers.
struct PredictionAttacks {
    let session: Session
    /// Whether every record has a label.
    let hasLabels: Bool

    private var asked: [any Attack.Type] {
        let ids = Set(AuditAttacks.asked(session.manifest).map(\.id))
        return AttackCatalog.all.filter { ids.contains($0.descriptor.id) }
    }

    private func canRun(_ attack: AttackDescriptor) -> Bool {
        attack.approaches.contains(.given) && (hasLabels || !attack.needsLabels)
    }

    private var runnable: [any Attack.Type] {
        let controls: [any Attack.Type] = hasLabels ? [Gap.self] : []
        return controls + asked.filter { canRun($0.descriptor) }
    }

    /// The attacks that run, by id.
    var ids: [String] { runnable.map { $0.descriptor.id } }

    /// Every score: members first.
    func run(_ source: GivenPredictions, _ farm: ShadowFarm) throws -> ScoreBook {
        let queries = source.members.appending(source.nonMembers)
        let input = AttackInput(
            queries: queries,
            shadows: farm.models,
            classes: source.classes,
            seed: session.seed.derived("predictions"),
            device: session.device,
            threads: session.threads,
            cancellation: session.cancellation
        )
        let attacks = runnable
        let runs = try session.stage("Attacking") { done in
            try attacks.map { attack in
                let isControl = attack.descriptor.isControl
                let run = try AttackStage.run(
                    attack,
                    input,
                    members: source.members.count,
                    approach: isControl ? .none : .given,
                    size: isControl ? 0 : farm.size,
                    turn: 1,
                    session
                )
                done(1 / Double(attacks.count))
                return run
            }
        }
        return ScoreBook(
            members: source.members.count,
            labels: queries.labels,
            classes: source.classes,
            subjects: nil,
            source: queries,
            target: [:],
            runs: runs
        )
    }

    /// What was asked for and needs more than saved answers.
    var skips: [Skip] {
        let left = asked.map { $0.descriptor }.filter { !canRun($0) }.map { attack in
            attack.approaches.contains(.given)
                ? Skip(
                    id: attack.id,
                    reason: Phrase(key: "skip.no-labels"),
                    remedy: Phrase(key: "skip.no-labels-remedy")
                )
                : Self.noModel(attack.id)
        }
        return left + AuditAttacks.attributes(session.manifest).map { Self.noModel($0.descriptor.id) }
            + [Self.noModel(TargetStage.attack)]
    }

    private static func noModel(_ id: String) -> Skip {
        Skip(id: id, reason: Phrase(key: "skip.no-model"), remedy: Phrase(key: "skip.no-model-remedy"))
    }

    /// What each attack cost: the shadow models' training is not known.
    static func costs(_ book: ScoreBook, _ farm: ShadowFarm) -> [AttackCost] {
        book.runs.map { run in
            AttackCost(
                attack: run.attack,
                approach: run.approach,
                queries: book.labels.count,
                shadowRecords: run.approach == .none ? 0 : farm.models.reduce(0) { $0 + $1.records.count },
                coreSeconds: run.coreSeconds
            )
        }
    }
}
