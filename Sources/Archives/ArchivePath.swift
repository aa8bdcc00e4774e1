import Foundation

/// Looks at a path before a library opens it, so that the usual mistakes get their own error.
enum ArchivePath {
    static func checkReadable(_ path: String) throws(ArchiveError) {
        var status = stat()
        guard !path.utf8.contains(0), stat(path, &status) == 0 else {
            throw ArchiveError(.fileNotFound, path, "There is no such file.")
        }
        guard status.st_mode & S_IFMT == S_IFREG, access(path, R_OK) == 0 else {
            throw ArchiveError(.notReadable, path, "This is no regular file that may be read.")
        }
    }

    /// Size of a file in bytes; 0 when it cannot be told.
    static func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Whether an entry's name stays inside the folder it would be unpacked in.
    static func isSafe(_ name: String) -> Bool {
        let parts = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
        let absolute = name.hasPrefix("/") || name.hasPrefix("\\") || name.dropFirst().hasPrefix(":")
        return !name.isEmpty && !absolute && !parts.contains("..") && !name.utf8.contains(0)
    }
}
