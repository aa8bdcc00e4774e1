import Attacks
import AuditCore

/// Which attacks there are, and which ran.
enum AuditAttacks {
    /// All attacks' descriptors.
    static var descriptors: [AttackDescriptor] { AttackCatalog.descriptors }

    /// The descriptors of the attacks that ran, in the catalogue's order.
    static func ran(_ book: ScoreBook) -> [AttackDescriptor] {
        let ids = Set(book.runs.map(\.attack))
        return descriptors.filter { ids.contains($0.id) }
    }
}
