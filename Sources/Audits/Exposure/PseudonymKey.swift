import Crypto
import Diagnostics
import Foundation

/// The key under which subjects get their pseudonyms, kept apart from every report.
///
/// Who holds the key can find a subject's row again, to answer a request under GDPR Art. 17 or 21; who holds the report
/// alone cannot, not even by trying out identifiers.
public struct PseudonymKey: Sendable {
    private static let bytes = 32
    private let key: SymmetricKey

    /// The file that is used unless another is named: `layeraudit/pseudonym.key` in the user's data folder.
    public static var standardPath: String {
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["LAYERAUDIT_PSEUDONYM_KEY"], !named.isEmpty { return named }
        let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory() + "/.local/share"
        return data + "/layeraudit/pseudonym.key"
    }

    /// Reads a key, and makes one where there is none.
    ///
    /// - Parameter path: the file; a new one can be read by its owner alone.
    /// - Throws: `unusableKey`.
    public static func read(_ path: String = standardPath) throws(AuditError) -> PseudonymKey {
        for _ in 0..<2 {
            if let data = FileManager.default.contents(atPath: path) {
                guard data.count >= bytes, data.count <= 4096 else {
                    throw unusable(path, "it has \(data.count) bytes, and a key has from \(bytes) to 4096")
                }
                return PseudonymKey(key: SymmetricKey(data: data))
            }
            try make(path)
        }
        throw unusable(path, "it cannot be read")
    }

    /// The pseudonym of a subject: `s-` and the first 80 bits of HMAC-SHA-256 over its identifier, in hexadecimal.
    public func pseudonym(of subject: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(subject.utf8), using: key)
        return "s-" + code.prefix(10).map { String(format: "%02x", $0) }.joined()
    }

    /// Makes a new key; one that another process made meanwhile stays.
    private static func make(_ path: String) throws(AuditError) {
        let folder = (path as NSString).deletingLastPathComponent
        do {
            if !folder.isEmpty {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
        } catch {
            throw unusable(path, (error as? CocoaError)?.localizedDescription ?? "\(error)")
        }
        let temporary = path + ".\(getpid())-\(UInt32.random(in: .min ... .max))"
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unusable(path, String(cString: strerror(errno))) }
        defer { unlink(temporary) }
        let secret = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        let isWritten =
            secret.withUnsafeBytes { write(file, $0.baseAddress, $0.count) } == secret.count && fsync(file) == 0
        guard close(file) == 0, isWritten else { throw unusable(path, "it cannot be written") }
        guard link(temporary, path) == 0 || errno == EEXIST else {
            throw unusable(path, String(cString: strerror(errno)))
        }
    }

    private static func unusable(_ path: String, _ reason: String) -> AuditError {
        AuditError(
            .unusableKey,
            "the key of the subjects' pseudonyms cannot be used: \(reason)",
            at: .file(path),
            remedy: "Name a file for the key with --pseudonym-key, on a disk only you can read; or ask for raw "
                + "identifiers with --raw-identifiers."
        )
    }
}
