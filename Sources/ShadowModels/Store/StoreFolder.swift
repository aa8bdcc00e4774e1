import Foundation

/// The files of a shadow store: `ab/abcd…`, entries by the first byte of their address.
///
/// They hold a model's answers about people: nobody but their owner may read them.
public enum StoreFolder {
    /// Enough for what stands before an entry's result.
    private static let headingBytes = 256

    /// Makes the folder, readable for its owner only; one that is there stays as it is.
    ///
    /// - Throws: what the file system says.
    public static func make(_ folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    /// What is stored, the longest unused first; empty where there is no such folder.
    ///
    /// - Throws: what the file system says.
    public static func entries(_ folder: String) throws -> [StoreEntry] {
        try files(folder).filter(\.isEntry).map { file in
            let path = folder + "/" + file.path
            let handle = FileHandle(forReadingAtPath: path)
            defer { try? handle?.close() }
            let heading = (try handle?.read(upToCount: headingBytes)).flatMap(EntryReader.heading)
            return StoreEntry(
                name: file.name,
                kind: heading?.kind ?? "damaged",
                records: heading?.records ?? 0,
                coreSeconds: heading?.coreSeconds ?? 0,
                bytes: file.bytes,
                lastUsed: file.changed
            )
        }.sorted { ($0.lastUsed, $0.name) < ($1.lastUsed, $1.name) }
    }

    /// Removes what was last used before a time, and what killed audits left half-written before it; nothing else.
    ///
    /// - Returns: how many entries were removed, and how many bytes.
    /// - Throws: what the file system says.
    public static func remove(
        _ folder: String,
        unusedSince time: Date = .distantFuture
    ) throws -> (entries: Int, bytes: Int) {
        let files = try files(folder).filter { $0.changed < time }
        for file in files {
            do {
                try FileManager.default.removeItem(atPath: folder + "/" + file.path)
            } catch CocoaError.fileNoSuchFile {
                // Another audit found it damaged meanwhile.
                continue
            }
        }
        return (files.count { $0.isEntry }, files.reduce(0) { $0 + $1.bytes })
    }

    static func path(_ name: String, in folder: String) -> String { "\(folder)/\(name.prefix(2))/\(name)" }

    static func write(_ data: Data, name: String, in folder: String) throws {
        let path = path(name, in: folder)
        let draft = "\(path).\(UUID().uuidString).draft"
        try make((path as NSString).deletingLastPathComponent)
        do {
            try data.write(to: URL(filePath: draft), options: .withoutOverwriting)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: draft)
            guard rename(draft, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            throw error
        }
    }

    private struct File {
        let path: String
        let name: String
        let bytes: Int
        let changed: Date
        let isEntry: Bool
    }

    /// Entries and drafts; whatever else stands in the folder is not the store's.
    private static func files(_ folder: String) throws -> [File] {
        let shelf = #/[0-9a-f]{2}/#
        let entry = #/[0-9a-f]{64}(\.[0-9A-F-]{36}\.draft)?/#
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        let shelves = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.wholeMatch(of: shelf) != nil
        }
        return try shelves.flatMap { shelf in
            try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(shelf)").compactMap { name -> File? in
                guard let match = name.wholeMatch(of: entry), name.hasPrefix(shelf),
                    // Another audit may have removed it meanwhile.
                    let facts = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(shelf)/\(name)")
                else { return nil }
                return File(
                    path: "\(shelf)/\(name)",
                    name: name,
                    bytes: facts[.size] as? Int ?? 0,
                    changed: facts[.modificationDate] as? Date ?? .distantPast,
                    isEntry: match.output.1 == nil
                )
            }
        }
    }
}
