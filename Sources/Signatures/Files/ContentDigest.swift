import CXMLSec
import Diagnostics
import Foundation

/// SHA-256 of bytes and files, in lower-case hexadecimal.
public enum ContentDigest {
    /// The digest of some bytes.
    ///
    /// - Throws: `signingFailed` where memory is short.
    public static func of(_ bytes: [UInt8]) throws(SignatureError) -> String {
        let digest = try Digesting()
        try digest.add(bytes)
        return try digest.end()
    }

    /// The digest of the file at `path`, read piece by piece to its end.
    ///
    /// - Throws: `unreadable`.
    public static func ofFile(_ path: String) throws(SignatureError) -> String {
        let digest = try Digesting()
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { try digest.add([UInt8](piece)) }
        } catch let error as SignatureError {
            throw error
        } catch {
            throw BoundedFile.unreadable(path, error.localizedDescription)
        }
        return try digest.end()
    }

    /// Bytes in lower-case hexadecimal.
    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
