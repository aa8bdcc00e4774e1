import Diagnostics
import Foundation

/// Reads keys, certificates and envelopes: small plain files.
enum BoundedFile {
    /// No key, certificate or envelope comes near: 16 MiB.
    static let largest = 16 << 20

    /// The bytes of the plain file at `path`.
    ///
    /// - Throws: `unreadable` (no such file, a folder or pipe, no permission), `tooLarge`.
    static func read(_ path: String, largest: Int = BoundedFile.largest) throws(SignatureError) -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else { throw unreadable(path, String(cString: strerror(errno))) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw unreadable(path, "it is not a plain file") }
        guard status.st_size <= largest else {
            throw SignatureError(
                .tooLarge,
                "the file has more than \(largest) bytes",
                at: .file(path),
                remedy: "Check that this is the file you meant."
            )
        }
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw unreadable(path, error.localizedDescription)
        }
    }

    static func unreadable(_ path: String, _ cause: String) -> SignatureError {
        SignatureError(
            .unreadable,
            "the file cannot be read",
            at: .file(path),
            cause: cause,
            remedy: "Check the path, and give yourself read permission on the file."
        )
    }
}
