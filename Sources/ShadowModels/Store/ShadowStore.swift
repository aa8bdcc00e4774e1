import Foundation
import Synchronization

/// Results of trained shadow and target models, each at the address of everything that shaped it (DESIGN.md section 11).
///
/// An entry is written under a name of its own and renamed, so that audits may share a store, and one that is killed
/// leaves whole entries only. What cannot be read or written costs training time, never an audit.
public final class ShadowStore: Sendable {
    /// To be raised with every change to what training or its answers compute, so that no older entry is used again.
    static let format = 1

    /// The folder it stands in; made with the first entry.
    public let folder: String
    /// What of the program shapes results.
    let version: String
    private let warn: @Sendable (String) -> Void
    private let state = Mutex(State())

    private struct State {
        var reused = 0
        var trained = 0
        var hasFailed = false
    }

    /// Names a store.
    ///
    /// - Parameters:
    ///   - folder: where it is or will be.
    ///   - version: of LayerAudit; results of another version are not used.
    ///   - warn: told what is wrong with the store, in one line.
    public init(folder: String, version: String, warn: @escaping @Sendable (String) -> Void) {
        self.folder = folder
        self.version = version
        self.warn = warn
    }

    /// How many results were taken from the store, and how many were not there and had to be trained.
    public var counts: (reused: Int, trained: Int) { state.withLock { ($0.reused, $0.trained) } }

    /// The result at an address; nil where there is none that can be trusted.
    func result(_ key: StoreKey) -> FarmResult? {
        let path = StoreFolder.path(key.name, in: folder)
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path), let result = EntryReader.result(data, key) else {
            warn("the shadow store's entry \(key.name) is damaged and trained again")
            try? FileManager.default.removeItem(atPath: path)
            return nil
        }
        // For who prunes the store by when entries were last of use.
        utimes(path, nil)
        state.withLock { $0.reused += 1 }
        return result
    }

    /// Puts a result that was just trained at its address; only counts it where it has none.
    func keep(_ result: FarmResult, _ key: StoreKey?) {
        state.withLock { $0.trained += 1 }
        guard let key else { return }
        do {
            try StoreFolder.write(EntryWriter.bytes(result, key), name: key.name, in: folder)
        } catch {
            let isFirst = state.withLock { state in
                defer { state.hasFailed = true }
                return !state.hasFailed
            }
            guard isFirst else { return }
            let reason = (error as? CocoaError)?.localizedDescription ?? "\(error)"
            warn("shadow models cannot be stored in \(folder): \(reason)")
        }
    }
}
