import Attacks
import AuditCore
import Networks
import ShadowModels
import Tensors

/// What attacks on the training population as a whole ask: which value, of which records, over which shadow worlds.
struct AttributeQuestion: Sendable {
    /// Asked for by the manifest, in the catalogue's order.
    let attacks: [any AttributeAttack.Type]
    /// The value in question.
    let value: String
    /// Shadow worlds, and the records to ask about.
    let draws: WorldDraws
    /// The records to ask about, with their source labels.
    let probes: (records: RecordBatches, labels: [Int])
    /// Whether each probe has the value.
    let hasValue: [Bool]
    /// Share of the members with the value; nil where they do not say.
    let truth: Double?

    /// Different values above which an attribute is none that populations have in common.
    private static let mostValues = 20

    /// What a manifest asks for; nil where it asks for nothing, or the data do not allow it.
    init?(_ session: Session, _ materials: Materials, _ trainer: ShadowTrainer) {
        attacks = AuditAttacks.attributes(session.manifest)
        guard !attacks.isEmpty, session.manifest.target != nil,
            case .asked(let value, let hasValue, let draws) = Self.plan(session.manifest, materials)
        else { return nil }
        self.value = value
        self.draws = draws
        self.hasValue = draws.probes.map { hasValue[$0] }
        probes = (trainer.records.picking(draws.probes), draws.probes.map { trainer.labels[$0] })
        truth = materials.members.attributes.map { values in
            Double(values.count { $0 == value }) / Double(values.count)
        }
    }

    /// What would be asked, for a plan; nil where nothing is.
    static func worlds(_ manifest: AuditManifest, _ materials: Materials) -> WorldDraws? {
        guard manifest.target != nil, case .asked(_, _, let draws) = plan(manifest, materials) else { return nil }
        return draws
    }

    /// Why attacks that a manifest asks for do not run.
    static func skips(_ manifest: AuditManifest, _ materials: Materials) -> [Skip] {
        AuditAttacks.attributes(manifest).map { $0.descriptor.id }.compactMap { id in
            guard manifest.target != nil else {
                return Skip(id: id, reason: Phrase(key: "skip.no-target"), remedy: Phrase(key: "skip.no-target-remedy"))
            }
            guard case .impossible(let reason, let remedy) = plan(manifest, materials) else { return nil }
            return Skip(id: id, reason: reason, remedy: remedy)
        }
    }

    private enum Plan {
        case asked(value: String, hasValue: [Bool], WorldDraws)
        case impossible(reason: Phrase, remedy: Phrase)
    }

    private static func plan(_ manifest: AuditManifest, _ materials: Materials) -> Plan {
        guard let train = materials.shadowTrain.attributes, let test = materials.shadowTest.attributes else {
            return .impossible(
                reason: Phrase(key: "skip.no-attribute"),
                remedy: Phrase(key: "skip.no-attribute-remedy")
            )
        }
        let values = train + test
        let settings = manifest.adversary.attribute
        let counts = values.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        guard (2...mostValues).contains(counts.count) else {
            return .impossible(
                reason: Phrase(key: "skip.attribute-values", ["count": .whole(counts.count)]),
                remedy: Phrase(key: "skip.attribute-values-remedy", ["most": .whole(mostValues)])
            )
        }
        let rarer = counts.min { ($0.value, $0.key) < ($1.value, $1.key) }?.key
        guard let value = settings.value ?? rarer, let count = counts[value] else {
            return .impossible(
                reason: Phrase(key: "skip.attribute-unknown", ["value": .words(settings.value ?? "")]),
                remedy: Phrase(key: "skip.attribute-unknown-remedy", ["values": .names(counts.keys.sorted())])
            )
        }
        let hasValue = values.map { $0 == value }
        let draws = WorldDraws(
            labels: materials.shadowTrain.labels + materials.shadowTest.labels,
            hasValue: hasValue,
            classes: materials.source.classes,
            pairs: settings.worlds,
            share: settings.share,
            largest: materials.members.count,
            seed: Seed(manifest.seed).derived("worlds")
        )
        guard let draws else {
            return .impossible(
                reason: Phrase(
                    key: "skip.attribute-records",
                    [
                        "with": .whole(count), "without": .whole(values.count - count), "value": .words(value),
                        "worlds": .whole(2 * settings.worlds), "fewest": .whole(WorldDraws.fewestRecords),
                    ]
                ),
                remedy: Phrase(key: "skip.attribute-records-remedy")
            )
        }
        return .asked(value: value, hasValue: hasValue, draws)
    }
}
