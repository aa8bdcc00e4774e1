import Diagnostics
import Foundation

/// Writes files so that each appears whole under its name or not at all.
public enum AtomicFiles {
    /// Writes all files under temporary names in `directory`, and only when all are on disk renames them.
    ///
    /// - Returns: the paths, in order.
    /// - Throws: `unwritable`, `diskFull`; then no temporary file stays and no named file has changed, unless a rename
    ///   itself failed.
    public static func write(
        _ files: [(name: String, bytes: [UInt8])],
        to directory: String
    ) throws(ReportError) -> [String] {
        try make(directory)
        var written: [(temporary: String, final: String)] = []
        do throws(ReportError) {
            for file in files {
                let final = path(file.name, in: directory)
                let temporary = path(".\(file.name).\(getpid())-\(UInt32.random(in: .min ... .max)).tmp", in: directory)
                written.append((temporary, final))
                try store(file.bytes, at: temporary, for: final)
            }
            for file in written where rename(file.temporary, file.final) != 0 {
                throw ReportError.notWritten(file.final, errno)
            }
        } catch {
            for file in written { unlink(file.temporary) }
            throw error
        }
        return written.map(\.final)
    }

    private static func path(_ name: String, in directory: String) -> String {
        directory.hasSuffix("/") ? directory + name : directory + "/" + name
    }

    private static func make(_ directory: String) throws(ReportError) {
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw ReportError.unwritable(directory, cause: error.localizedDescription)
        }
    }

    private static func store(_ bytes: [UInt8], at temporary: String, for final: String) throws(ReportError) {
        // Those who might read the file in whose place this one comes may read it, and nobody else.
        let kept = mode(of: final)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kept.map { $0 & 0o600 } ?? 0o644)
        guard descriptor >= 0 else { throw ReportError.notWritten(final, errno) }
        let problem = put(bytes, into: descriptor)
        if let kept { fchmod(descriptor, kept) }
        let closed = close(descriptor)
        if problem != 0 { throw ReportError.notWritten(final, problem) }
        if closed != 0 { throw ReportError.notWritten(final, errno) }
    }

    /// The permissions of the plain file at a path; nil where there is none.
    private static func mode(of path: String) -> mode_t? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return status.st_mode & 0o777
    }

    /// Writes all bytes through to the disk.
    ///
    /// - Returns: 0, or the `errno` of what failed.
    private static func put(_ bytes: [UInt8], into descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { raw in
            var rest = raw[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, rest.baseAddressOfSlice, rest.count)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 { return count < 0 ? errno : ENOSPC }
                rest = rest.dropFirst(count)
            }
            return fsync(descriptor) == 0 ? 0 : errno
        }
    }
}

extension Slice<UnsafeRawBufferPointer> {
    fileprivate var baseAddressOfSlice: UnsafeRawPointer? { UnsafeRawBufferPointer(rebasing: self).baseAddress }
}
