import Attacks
import AuditCore
import ShadowModels

/// Attacks the source model with the shadow models of every row of a depth curve.
struct DepthAttacks {
    private let session: Session
    private let materials: Materials
    private let members: Int
    private let queries: Answers

    init(_ session: Session, _ materials: Materials, _ source: SourceStage) {
        self.session = session
        self.materials = materials
        members = source.members.count
        queries = source.members.appending(source.nonMembers)
    }

    /// One book per row: the trivial control, then every attack with every farm.
    func books(_ shadows: [DepthShadow]) throws -> [ScoreBook] {
        let asked = Set(session.manifest.adversary.attacks)
        let attacks = AttackCatalog.all.filter { asked.contains($0.descriptor.id) }
        return try session.stage("Attacking") { done in
            let control = try run(Gap.self, approach: .none, nil)
            return try shadows.map { shadow in
                let runs = try attacks.flatMap { attack in
                    try shadow.farms.map { try run(attack, approach: shadow.approach, $0) }
                }
                done(1 / Double(shadows.count))
                return book([control] + runs)
            }
        }
    }

    private func book(_ runs: [AttackRun]) -> ScoreBook {
        ScoreBook(
            members: members,
            labels: queries.labels,
            classes: materials.source.classes,
            subjects: materials.auditedSubjects,
            source: queries,
            target: [:],
            runs: runs
        )
    }

    private func run(_ attack: any Attack.Type, approach: Approach, _ farm: ShadowFarm?) throws -> AttackRun {
        let (size, turn) = (farm?.size ?? 0, (farm?.repeatIndex ?? 0) + 1)
        let input = AttackInput(
            queries: queries,
            shadows: farm?.models ?? [],
            classes: materials.source.classes,
            seed: AttackStage.seed(session, attack.descriptor.id, approach, size, turn),
            device: session.device,
            threads: session.threads,
            cancellation: session.cancellation
        )
        return try AttackStage.run(
            attack,
            input,
            members: members,
            approach: approach,
            size: size,
            turn: turn,
            session
        )
    }
}
