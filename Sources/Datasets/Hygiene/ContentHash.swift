import Crypto

/// A SHA-256 digest.
public struct ContentHash: Sendable, Hashable, CustomStringConvertible {
    private let words: SIMD4<UInt64>

    /// 64 lower-case hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

    init(_ digest: SHA256Digest) {
        words = digest.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
    }

    /// Hashes records one after the other: shape and kind of numbers first, then the stored bytes.
    ///
    /// Axes of length 1 at the end do not count, so a grey image is itself with and without its channel axis.
    static func each(_ bytes: [UInt8], recordBytes: Int, shape: [Int], element: StoredElement) -> [ContentHash] {
        var axes = shape[...]
        while axes.count > 1, axes.last == 1 { axes.removeLast() }
        let prefix = Array("\(element.rawValue) \(axes.map(String.init).joined(separator: "x"))\n".utf8)
        return bytes.withUnsafeBytes { raw in
            stride(from: 0, to: raw.count, by: max(1, recordBytes)).map { start in
                var hash = SHA256()
                hash.update(data: prefix)
                hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: raw[start..<start + recordBytes]))
                return ContentHash(hash.finalize())
            }
        }
    }

    /// Hashes records and labels in their order.
    static func whole(_ records: [ContentHash], labels: [Int]) -> ContentHash {
        var hash = SHA256()
        for record in records { withUnsafeBytes(of: record.words) { hash.update(bufferPointer: $0) } }
        for label in labels { withUnsafeBytes(of: Int64(label).littleEndian) { hash.update(bufferPointer: $0) } }
        return ContentHash(hash.finalize())
    }
}
