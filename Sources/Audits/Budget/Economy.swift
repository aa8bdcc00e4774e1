import AuditCore
import Policies
import ShadowModels

/// Something an audit can do with less of, or without.
enum Economy: Sendable, Hashable {
    /// One repeat of an approach in place of several.
    case repeats(Approach)
    /// Half of an approach's shadow models.
    case models(Approach)
    /// No attacks that read one kind beyond answers.
    case observation(Observation)
    /// No attacks with shadow models that know audited records.
    case references
    /// No attacks with shadow worlds.
    case worlds
    /// An approach without its smallest shadow models.
    case size(Approach)
    /// No shadow models under an approach.
    case approach(Approach)

    /// What can be saved, what is missed least first and the dearest first among the like.
    ///
    /// - Parameters:
    ///   - manifest: as it stands.
    ///   - work: of it.
    ///   - required: what the policy does not judge without.
    static func all(_ manifest: AuditManifest, _ work: Workload, required: [AttackReference]) -> [Economy] {
        let adversary = manifest.adversary
        let dearest = adversary.approaches.sorted { cost($0, work) > cost($1, work) }
        func settled(_ isMeant: (ShadowSettings) -> Bool) -> [Approach] {
            dearest.filter { adversary.shadows[$0].map(isMeant) ?? false }
        }
        // Heads over stored features cost next to nothing.
        let whole = dearest.filter { approach in
            approach != .freezing && adversary.approaches.count > 1 && !required.contains { $0.approach == approach }
        }
        return settled { $0.repeats > 1 }.map(Economy.repeats)
            + settled { $0.models > ReferenceSignals.fewestModels }.map(Economy.models)
            + attacks(manifest, work, required: required)
            + settled { $0.sizes.count > 1 }.map(Economy.size)
            + whole.map(Economy.approach)
    }

    private static func attacks(_ manifest: AuditManifest, _ work: Workload, required: [AttackReference]) -> [Economy] {
        let asked = AuditAttacks.asked(manifest)
        let isNeeded = Set(required.map(\.attack))
        func canGo(_ isMeant: (AttackDescriptor) -> Bool) -> Bool {
            !asked.contains { isMeant($0) && isNeeded.contains($0.id) }
        }
        var found = work.observations.filter { kind, _ in canGo { $0.observation == kind } }
            .map { (Economy.observation($0), $1) }
        if canGo({ $0.knowledge.contains(.queriedRecords) }) {
            found.append((.references, work.references.values.reduce(0, +)))
        }
        if canGo({ AuditAttacks.isOfAttribute($0.id) }) { found.append((.worlds, work.worlds)) }
        return found.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map(\.0)
    }

    private static func cost(_ approach: Approach, _ work: Workload) -> Double {
        (work.shadows[approach] ?? 0) + (work.references[approach] ?? 0)
    }

    /// The manifest after it.
    func applied(to manifest: AuditManifest) -> AuditManifest {
        var manifest = manifest
        func drop(_ attacks: (AttackDescriptor) -> Bool) {
            let dropped = Set(AuditAttacks.asked(manifest).filter(attacks).map(\.id))
            manifest.adversary.attacks.removeAll(where: dropped.contains)
        }
        switch self {
        case .repeats(let approach): manifest.adversary.shadows[approach]?.repeats = 1
        case .models(let approach):
            let models = manifest.adversary.shadows[approach]?.models ?? 0
            manifest.adversary.shadows[approach]?.models = max(ReferenceSignals.fewestModels, models / 2)
        case .observation(let kind): drop { $0.observation == kind }
        case .references: drop { $0.knowledge.contains(.queriedRecords) }
        case .worlds: drop { AuditAttacks.isOfAttribute($0.id) }
        case .size(let approach): manifest.adversary.shadows[approach]?.sizes.removeFirst()
        case .approach(let approach): manifest.adversary.approaches.removeAll { $0 == approach }
        }
        return manifest
    }
}
