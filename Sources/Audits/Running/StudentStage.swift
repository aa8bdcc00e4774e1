import Attacks
import AuditCore
import Datasets
import ShadowModels

/// Attacks the *target* model's own training set, through its answers, with shadow student models (Zou et al. 2020).
///
/// Members are the recipient's training records, non-members its test records; nothing here is about the source
/// training set.
struct StudentStage: Sendable {
    /// Every score; nil where the target's training set was not attacked.
    var book: ScoreBook?
    /// The shadow student models as the report describes them.
    var sheets: [ShadowSheet] = []
    /// What each attack cost the adversary.
    var costs: [AttackCost] = []
    /// The validity checks of the recipient's sets.
    var checks: [ValidityCheck] = []
    /// What was left out.
    var skips: [Skip] = []

    /// Runs every attack on the target's training set.
    static func run(_ session: Session, _ materials: Materials, _ targets: TargetStage) throws -> StudentStage {
        guard let section = session.manifest.target, let building = StudentBuilding(session, materials, section) else {
            return StudentStage(skips: skips(session.manifest))
        }
        var stage = StudentStage()
        let queries = section.approaches.compactMap { approach in targets.own[approach].map { (approach, $0) } }
        guard let labels = queries.first?.1.labels else { return stage }
        var runs: [AttackRun] = []
        for (approach, answers) in queries {
            for attack in AttackCatalog.all where attack.descriptor.population == .target {
                let farm = try building.farm(attack.descriptor, approach, answers.classes)
                let run = try building.attack(attack, approach, answers, farm?.farm)
                runs.append(run)
                stage.sheets += [farm.map { building.sheet(attack.descriptor, $0.farm) }].compactMap(\.self)
                stage.costs.append(building.cost(run, farm, queries: answers.count))
            }
        }
        stage.checks.append(try building.blindCheck())
        stage.book = ScoreBook(
            population: .target,
            members: building.train.count,
            labels: labels,
            classes: queries[0].1.classes,
            subjects: building.subjects,
            source: nil,
            target: Dictionary(uniqueKeysWithValues: queries),
            runs: runs
        )
        return stage
    }

    /// Why the target's training set is not attacked, where a manifest has a target or asks for it.
    static func skips(_ manifest: AuditManifest) -> [Skip] {
        guard manifest.target?.shadow == nil else { return [] }
        return AuditAttacks.onTarget.filter { manifest.target != nil || manifest.adversary.attacks.contains($0.id) }
            .map { attack in
                Skip(
                    id: attack.id,
                    reason: Phrase(key: "skip.no-target-shadow"),
                    remedy: Phrase(key: "skip.no-target-shadow-remedy")
                )
            }
    }
}
