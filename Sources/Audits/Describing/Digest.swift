import Crypto
import Foundation

/// SHA-256 in lower-case hexadecimal.
enum Digest {
    /// The digest of some bytes.
    static func of(_ bytes: some DataProtocol) -> String { text(SHA256.hash(data: bytes)) }

    /// The 32 bytes of the digest of some bytes.
    static func bytes(of bytes: some DataProtocol) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// The digest and size of a file, read piece by piece.
    ///
    /// - Throws: `AuditError.unreadable`: half a digest would name a file that does not exist.
    static func ofFile(_ path: String) throws(AuditError) -> (sha256: String, bytes: Int) {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            var hash = SHA256()
            var count = 0
            while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
                hash.update(data: piece)
                count += piece.count
            }
            return (text(hash.finalize()), count)
        } catch {
            throw AuditError(
                .unreadable,
                "the file cannot be read to its end: \(error.localizedDescription)",
                at: .file(path),
                remedy: "Check the path, and give yourself read permission on the file."
            )
        }
    }

    private static func text(_ digest: SHA256Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
