import Foundation
import ShadowModels

/// Where the features of all cuts are kept while a curve is made: in the audit's store, or for its time in the output folder.
struct DepthStorage {
    let store: ShadowStore
    private let isOwn: Bool

    init(_ session: Session) {
        isOwn = session.store == nil
        store =
            session.store
            ?? ShadowStore(
                folder: session.options.output + "/.depth-features",
                version: AuditVersion.current
            ) { session.progress.note("warning: \($0)") }
    }

    /// Leaves nothing where nothing is to be kept.
    func close() {
        if isOwn { try? FileManager.default.removeItem(atPath: store.folder) }
    }
}
