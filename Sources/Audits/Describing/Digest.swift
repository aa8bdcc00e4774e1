import Crypto
import Foundation

/// SHA-256 in lower-case hexadecimal.
enum Digest {
    /// The digest of some bytes.
    static func of(_ bytes: some DataProtocol) -> String { text(SHA256.hash(data: bytes)) }

    /// The digest and size of a file, read piece by piece; nil when it cannot be read.
    static func ofFile(_ path: String) -> (sha256: String, bytes: Int)? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var hash = SHA256()
        var count = 0
        while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
            hash.update(data: piece)
            count += piece.count
        }
        return (text(hash.finalize()), count)
    }

    private static func text(_ digest: SHA256Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
