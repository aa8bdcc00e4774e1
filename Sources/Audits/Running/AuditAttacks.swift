import Attacks
import AuditCore

/// Which attacks there are, and which ran.
enum AuditAttacks {
    /// All attacks' descriptors.
    static var descriptors: [AttackDescriptor] { AttackCatalog.descriptors }

    /// The descriptors of the attacks a manifest asks for, controls left out.
    static func asked(_ manifest: AuditManifest) -> [AttackDescriptor] {
        descriptors.filter { manifest.adversary.attacks.contains($0.id) && !$0.isControl }
    }

    /// The descriptors of the attacks on the target's training set, controls left out.
    static var onTarget: [AttackDescriptor] { descriptors.filter { $0.population == .target && !$0.isControl } }

    /// The attacks on the training population as a whole that a manifest asks for.
    static func attributes(_ manifest: AuditManifest) -> [any AttributeAttack.Type] {
        AttackCatalog.attributes.filter { manifest.adversary.attacks.contains($0.descriptor.id) }
    }

    /// Whether an attack asks for the training population as a whole.
    static func isOfAttribute(_ id: String) -> Bool { AttackCatalog.attributes.contains { $0.descriptor.id == id } }

    /// The descriptors of the attacks that ran, in the catalogue's order.
    static func ran(_ books: [ScoreBook], _ attributes: AttributeBook? = nil) -> [AttackDescriptor] {
        let ids = Set(books.flatMap(\.runs).map(\.attack) + (attributes?.runs ?? []).map(\.attack))
        return descriptors.filter { ids.contains($0.id) }
    }
}
