import Attacks
import AuditCore
import Datasets
import KerasModels
import Networks
import ShadowModels
import Tensors

/// Builds the recipient's target model and the shadow target models (paper, appendix A, TL1–TL2).
struct TargetStage: Sendable {
    /// The target model's answers for the audited records, by the recipient's approach.
    let answers: [Approach: Answers]
    /// The target model's answers for its own training records, then for the recipient's test records, by approach.
    let own: [Approach: Answers]
    /// The target model's answers for the records that attacks on the training population ask about, by approach.
    var probes: [Approach: Answers] = [:]
    /// The shadow target models, by the recipient's approach; sizes and repeats are those of the baseline farms.
    let farms: [ShadowFarm]
    /// The target models as the report describes them.
    let sheets: [TargetSheet]
    /// What was left out.
    let skips: [Skip]

    /// The attack this stage feeds.
    static let attack = "target-blackbox-dnn"

    /// Builds what the manifest's `target` asks for.
    ///
    /// - Parameter probes: records that attacks on the training population ask about, with their source labels.
    static func run(
        _ session: Session,
        _ materials: Materials,
        _ shadows: ShadowStage,
        probes: (records: RecordBatches, labels: [Int])? = nil
    ) throws -> TargetStage {
        guard let section = session.manifest.target, let train = materials.targetTrain else {
            let skip = Skip(
                id: attack,
                reason: Phrase(key: "skip.no-target"),
                remedy: Phrase(key: "skip.no-target-remedy")
            )
            return TargetStage(answers: [:], own: [:], farms: [], sheets: [], skips: [skip])
        }
        let donors = shadows.farms.filter { $0.farm.approach == .baseline && !$0.weights.isEmpty }
        var stage = TargetStage(answers: [:], own: [:], farms: [], sheets: [], skips: [])
        for approach in section.approaches {
            if donors.isEmpty {
                let skip = Skip(
                    id: "\(attack)/\(approach.rawValue)",
                    reason: Phrase(key: "skip.no-baseline"),
                    remedy: Phrase(key: "skip.no-baseline-remedy")
                )
                stage = stage.adding(skip)
                // Without shadow target models, only the target's own training set or an attribute can be asked for.
                guard section.shadow != nil || probes != nil else { continue }
            }
            stage = try session.stage("Building target models (\(approach.rawValue))") { done in
                try TargetBuilding(
                    session: session,
                    materials: materials,
                    section: section,
                    train: train,
                    probes: probes
                )
                .build(stage, approach, donors, shadows.trainer, done)
            }
        }
        return stage
    }

    /// Why whole persons are not asked for through the target model, where a manifest has one or asks for it.
    static func skips(_ manifest: AuditManifest, hasSubjects: Bool) -> [Skip] {
        let id = TargetSubjects.descriptor.id
        guard manifest.target != nil || manifest.adversary.attacks.contains(id) else { return [] }
        guard manifest.target != nil else {
            return [Skip(id: id, reason: Phrase(key: "skip.no-target"), remedy: Phrase(key: "skip.no-target-remedy"))]
        }
        return hasSubjects
            ? []
            : [Skip(id: id, reason: Phrase(key: "skip.no-subjects"), remedy: Phrase(key: "skip.no-subjects-remedy"))]
    }

    /// The target models' answers for the recipient's test records, which stand behind so many training records.
    func tested(after trained: Int) -> [Approach: Answers] {
        own.mapValues { $0.picking(Array(trained..<$0.count)) }.filter { $0.value.count > 0 }
    }

    private func adding(_ skip: Skip) -> TargetStage {
        TargetStage(answers: answers, own: own, probes: probes, farms: farms, sheets: sheets, skips: skips + [skip])
    }
}
