import Diagnostics
import Foundation

/// Reads a whole plain file of bounded size.
enum FileBytes {
    /// The bytes of the file at `path`.
    ///
    /// - Throws: `fileNotFound`, `unreadable` (a folder, a pipe, no permission), `tooLarge`.
    static func read(path: String, maximumBytes: Int) throws(XMLError) -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let reason = String(cString: strerror(errno))
            throw XMLError(
                code: errno == ENOENT || errno == ENOTDIR ? .fileNotFound : .unreadable,
                summary: "the file cannot be opened",
                location: .file(path),
                cause: reason,
                remedy: "Check the path and that you may read it."
            )
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw XMLError(
                code: .unreadable,
                summary: "this is not a plain file",
                location: .file(path),
                remedy: "Name an XML file."
            )
        }
        guard Int(status.st_size) <= maximumBytes else { throw tooLarge(path, maximumBytes: maximumBytes) }
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw XMLError(
                code: .unreadable,
                summary: "the file cannot be read",
                location: .file(path),
                cause: error.localizedDescription,
                remedy: "Check that you may read it."
            )
        }
    }

    static func tooLarge(_ name: String, maximumBytes: Int) -> XMLError {
        XMLError(
            code: .tooLarge,
            summary: "the file has more than \(maximumBytes) bytes",
            location: .file(name),
            remedy: "Check that this is the file you meant; LayerAudit's own files stay far below."
        )
    }
}
