import CHDF5

/// What is known of the files that were rehearsed by this process, so that each is rehearsed once.
///
/// `@unchecked Sendable`: used only under the library's lock.
final class HDF5RehearsedFiles: @unchecked Sendable {
    static let shared = HDF5RehearsedFiles()

    private static let most = 256
    private var known: [HDF5FileIdentity: Entry] = [:]

    /// What a rehearsal that came to its end met.
    struct Entry {
        let finding: HDF5Finding?
        let texts: HDF5RehearsedTexts
    }

    func entry(of identity: HDF5FileIdentity) -> Entry? { known[identity] }

    /// A file that was changed just now is not remembered: the next change may leave it with the same times.
    func remember(_ entry: Entry, of identity: HDF5FileIdentity) {
        guard identity.isSettled, entry.texts.isSmall else { return }
        if known.count >= Self.most { known.removeAll() }
        known[identity] = entry
    }
}
