import Diagnostics

/// Puts a signature into a report's bytes, and takes it out again; every other byte stays.
enum SignedBytes {
    /// The report with `signature` before the end tag of its root element.
    ///
    /// - Throws: `notSignable` where something follows the root element.
    static func inserting(_ signature: String, into bytes: [UInt8], name: String) throws(SignatureError) -> [UInt8] {
        let start = try endTag(bytes, name: name)
        return bytes[..<start] + Array(signature.utf8) + bytes[start...]
    }

    /// The report without the signature that LayerAudit put in; nil where there is no such signature.
    static func removing(from bytes: [UInt8]) -> [UInt8]? {
        let opening = Array(SignatureText.start.utf8)
        let closing = Array(SignatureText.end.utf8)
        guard let start = last(opening, in: bytes[...]), let end = last(closing, in: bytes[start...]) else {
            return nil
        }
        return Array(bytes[..<start] + bytes[(end + closing.count)...])
    }

    /// Where the root's end tag starts: the last `</`, after whose name only white space may come.
    private static func endTag(_ bytes: [UInt8], name: String) throws(SignatureError) -> Int {
        guard let start = last(Array("</".utf8), in: bytes[...]),
            let close = bytes[start...].firstIndex(of: UInt8(ascii: ">")),
            bytes[(close + 1)...].allSatisfy({ [0x09, 0x0A, 0x0D, 0x20].contains($0) })
        else {
            throw SignatureError(
                .notSignable,
                "something follows the root element of the report",
                at: .file(name),
                remedy: "Sign the report.xml as the audit wrote it."
            )
        }
        return start
    }

    private static func last(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= pattern.count else { return nil }
        return (bytes.startIndex...bytes.endIndex - pattern.count).last { start in
            bytes[start] == pattern[0] && bytes[start..<start + pattern.count].elementsEqual(pattern)
        }
    }
}
