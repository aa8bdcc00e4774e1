import Archives
import Diagnostics
import Foundation

/// An open file that holds one array from some byte on, row-major; closes with its owner.
///
/// Sendable because positions are parameters of each read and the descriptor never changes.
final class ArrayFile: Sendable {
    /// The path to name in errors; the content may have been unpacked from it.
    let path: String
    private let descriptor: Int32

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Bytes in the file.
    var size: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Opens a file as it is.
    ///
    /// - Throws: `missingFile` or `unreadable`.
    static func open(_ path: String, blame: Location?) throws(DatasetError) -> ArrayFile {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let missing = errno == ENOENT || errno == ENOTDIR
            let cause = String(cString: strerror(errno))
            throw DatasetError(
                missing ? .missingFile : .unreadable,
                at: blame ?? .file(path),
                "The file '\(path)' cannot be opened.",
                cause: cause
            )
        }
        let file = ArrayFile(path: path, descriptor: descriptor)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw DatasetError(.unreadable, at: blame ?? .file(path), "'\(path)' is no regular file.")
        }
        return file
    }

    /// Unpacks an archive into a temporary file that nobody else sees and that is gone with its owner.
    ///
    /// - Throws: what the archive's error means for the set, or `unreadable` without a temporary folder.
    static func unpacked(
        _ path: String,
        blame: Location?,
        _ unpack: (Int32) throws(ArchiveError) -> Void
    ) throws(DatasetError) -> ArrayFile {
        let folder = FileManager.default.temporaryDirectory.path
        var template = Array((folder + "/layeraudit-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            let cause = String(cString: strerror(errno))
            throw DatasetError(
                .unreadable,
                at: .file(folder),
                "No temporary file can be made to unpack '\(path)'.",
                cause: cause,
                remedy: "Set TMPDIR to a folder that can be written to."
            )
        }
        unlink(template)
        let file = ArrayFile(path: path, descriptor: descriptor)
        do throws(ArchiveError) { try unpack(descriptor) } catch { throw DatasetError(error, blame: blame) }
        return file
    }

    /// Reads `count` bytes from `offset` on.
    ///
    /// - Throws: `unreadable` when the file ends before, or cannot be read.
    func read(at offset: Int, count: Int) throws(DatasetError) -> [UInt8] {
        var done = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, initialized in
            while done < count {
                let part = pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
                if part < 0, errno == EINTR { continue }
                if part <= 0 { break }
                done += part
            }
            initialized = done
        }
        guard done == count else {
            throw DatasetError(.unreadable, at: .file(path), "The file ends before its content does.")
        }
        return bytes
    }
}
